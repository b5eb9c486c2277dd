-- SPDX-FileCopyrightText: 2026 Batchdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The library of one user. Times are milliseconds since 1970 in UTC:
--   SELECT id, name, datetime(created_at / 1000, 'unixepoch') FROM runs;
-- A statement ends with a semicolon at the end of a line; a comment has a line of its own.
--
-- version: a counter over the whole library, raised by each write; writer: the process that wrote.
-- Other programs take over the rows that others wrote since they last looked.

-- id of the library, version, next_run, next_batch, next_connection
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value ANY
) STRICT;

-- Programs that have the library open. One that is here and dead did not end as it should.
CREATE TABLE processes (
    token TEXT PRIMARY KEY,
    pid INTEGER NOT NULL,
    pid_namespace TEXT NOT NULL,
    started INTEGER NOT NULL,
    host TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    opened_at INTEGER NOT NULL
) STRICT;

CREATE TABLE connections (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    profile TEXT NOT NULL,
    base_url TEXT NOT NULL DEFAULT '',
    key_source TEXT NOT NULL DEFAULT 'none',
    key_variable TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL DEFAULT '{}',
    poll_min_ms INTEGER NOT NULL DEFAULT 0,
    poll_max_ms INTEGER NOT NULL DEFAULT 0,
    built_in INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL,
    writer TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX connections_by_name ON connections (name) WHERE removed = 0;
CREATE INDEX connections_by_version ON connections (version);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    connection_id INTEGER REFERENCES connections (id),
    endpoint TEXT NOT NULL DEFAULT '',
    window TEXT NOT NULL DEFAULT '',
    metadata TEXT NOT NULL DEFAULT '[]',
    input_file TEXT NOT NULL DEFAULT '',
    origin_path TEXT NOT NULL DEFAULT '',
    requests INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    sha256 BLOB NOT NULL DEFAULT x'',
    models TEXT NOT NULL DEFAULT '[]',
    hold INTEGER NOT NULL DEFAULT 0,
    again INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER,
    version INTEGER NOT NULL,
    writer TEXT NOT NULL
) STRICT;
CREATE INDEX runs_by_version ON runs (version);

CREATE TABLE batches (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    connection_id INTEGER REFERENCES connections (id),
    first_request INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0,
    body_file TEXT NOT NULL DEFAULT '',
    body_bytes INTEGER NOT NULL DEFAULT 0,
    body_sha256 BLOB NOT NULL DEFAULT x'',
    state TEXT NOT NULL,
    raw_status TEXT NOT NULL DEFAULT '',
    unknown_status INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    intent TEXT NOT NULL DEFAULT '',
    remote_id TEXT NOT NULL DEFAULT '',
    input_file_id TEXT NOT NULL DEFAULT '',
    input_file_ready INTEGER NOT NULL DEFAULT 0,
    output_file_id TEXT NOT NULL DEFAULT '',
    error_file_id TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    provider TEXT NOT NULL DEFAULT '',
    total INTEGER,
    succeeded INTEGER,
    failed INTEGER,
    cancelled INTEGER,
    expired INTEGER,
    pending INTEGER,
    faults TEXT NOT NULL DEFAULT '[]',
    error TEXT,
    last_request_id TEXT NOT NULL DEFAULT '',
    created_at INTEGER,
    started_at INTEGER,
    expires_at INTEGER,
    ended_at INTEGER,
    output_fetched INTEGER NOT NULL DEFAULT 0,
    errors_fetched INTEGER NOT NULL DEFAULT 0,
    inline_fetched INTEGER NOT NULL DEFAULT 0,
    results_complete INTEGER NOT NULL DEFAULT 0,
    added_requests INTEGER NOT NULL DEFAULT 0,
    added_bytes INTEGER NOT NULL DEFAULT 0,
    adding_requests INTEGER NOT NULL DEFAULT 0,
    start_answered INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    cancel_requested INTEGER NOT NULL DEFAULT 0,
    remote_json BLOB NOT NULL DEFAULT x'',
    superseded INTEGER NOT NULL DEFAULT 0,
    submitted_at INTEGER,
    checked_at INTEGER,
    next_check_at INTEGER,
    not_before INTEGER,
    version INTEGER NOT NULL,
    writer TEXT NOT NULL
) STRICT;
CREATE INDEX batches_by_run ON batches (run_id);
CREATE INDEX batches_by_version ON batches (version);

-- Each state a batch was in, in order.
CREATE TABLE history (
    batch_id INTEGER NOT NULL REFERENCES batches (id),
    position INTEGER NOT NULL,
    at INTEGER,
    state TEXT NOT NULL,
    raw_status TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE result_files (
    batch_id INTEGER NOT NULL REFERENCES batches (id),
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    path TEXT NOT NULL,
    bytes INTEGER NOT NULL DEFAULT 0,
    lines INTEGER NOT NULL DEFAULT 0,
    sha256 BLOB NOT NULL DEFAULT x'',
    PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;

-- What one program wants of the program that drives the run's connection.
CREATE TABLE wishes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    at INTEGER
) STRICT;

-- Which program drives a connection. heartbeat_boot counts from the start of the computer and
-- goes on during sleep; it is compared where boot_id is the same, heartbeat_at elsewhere.
CREATE TABLE leases (
    connection_id INTEGER PRIMARY KEY REFERENCES connections (id),
    token TEXT NOT NULL,
    pid INTEGER NOT NULL,
    pid_namespace TEXT NOT NULL,
    started INTEGER NOT NULL,
    host TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    heartbeat_boot INTEGER NOT NULL,
    heartbeat_at INTEGER NOT NULL
) STRICT;
