-- SPDX-FileCopyrightText: 2026 Batchdesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
PRAGMA application_id = 1111782251;
PRAGMA user_version = 3;
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
, digest INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO batches VALUES(1,1,5,50000,100,'bodies/x.jsonl',6000000000,X'00AA','cancelling','cancelling!',1,'waits: 10 of 10 live','9d0c','batch_1','file-in',1,'file-out','file-err','gpt-5','azure',100,1,0,3,4,92,'[{"code":"bad","line":4,"message":"no","param":"body"},{"code":"","line":0,"message":"","param":""}]','{"code":"batch_limit_exceeded","detail":"{\"raw\": \"text\"}","field":"requests[16].body","http_status":429,"kind":"quota_exceeded","line":17,"message":"too many","request_id":"req_1","retry_after_ms":1500}','req_2',1770091265678,1770091325678,1770091385678,1770091445678,1,1,1,1,60,4000000000,7,1,1,1,X'7B226964223A2200FF227D00',1,1770091625678,1770091685678,1770091745678,1770091805678,7,'b79896de-3eef-4220-a2d9-16dfb87ef002',-3663249922770810508);
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
, digest INTEGER NOT NULL DEFAULT 0, colour TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO connections VALUES(1,'practice-files','practice-files','','none','','{}',0,0,1,0,1,'b79896de-3eef-4220-a2d9-16dfb87ef002',-3578160898187036538,'');
INSERT INTO connections VALUES(2,'practice-inline','practice-inline','','none','','{}',0,0,1,0,2,'b79896de-3eef-4220-a2d9-16dfb87ef002',4288035045796283530,'');
INSERT INTO connections VALUES(3,'practice-rawjsonl','practice-rawjsonl','','none','','{}',0,0,1,0,3,'b79896de-3eef-4220-a2d9-16dfb87ef002',2310375017943540216,'');
INSERT INTO connections VALUES(4,'practice-staged','practice-staged','','none','','{}',0,0,1,0,4,'b79896de-3eef-4220-a2d9-16dfb87ef002',4210867105806913642,'');
INSERT INTO connections VALUES(5,'Work ✓','openai-compatible','https://example.org:8443/v1/?a=%20b','env','MY_KEY','{"limit":"10","start":"never"}',200,2000,1,0,5,'b79896de-3eef-4220-a2d9-16dfb87ef002',556917286541805845,'teal');
CREATE TABLE history (
    batch_id INTEGER NOT NULL REFERENCES batches (id),
    position INTEGER NOT NULL,
    at INTEGER,
    state TEXT NOT NULL,
    raw_status TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO history VALUES(1,0,1770091505678,'draft','');
INSERT INTO history VALUES(1,1,1770091565678,'running','in_progress');
INSERT INTO history VALUES(1,2,NULL,'cancelling','cancelling!');
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
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value ANY
) STRICT;
INSERT INTO meta VALUES('id','5f0f7c3e-3f0d-4d2a-9c39-000000000001');
INSERT INTO meta VALUES('id_digest',-245075815101045287);
INSERT INTO meta VALUES('version',7);
INSERT INTO meta VALUES('next_runs',2);
INSERT INTO meta VALUES('next_batches',2);
INSERT INTO meta VALUES('next_connections',6);
INSERT INTO meta VALUES('sealed',1);
INSERT INTO meta VALUES('recorded',1);
CREATE TABLE processes (
    token TEXT PRIMARY KEY,
    pid INTEGER NOT NULL,
    pid_namespace TEXT NOT NULL,
    started INTEGER NOT NULL,
    host TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    opened_at INTEGER NOT NULL
) STRICT;
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
INSERT INTO result_files VALUES(1,0,'output','results/a.jsonl',7,2,X'FE');
INSERT INTO result_files VALUES(1,1,'error','results/b.jsonl',0,0,X'');
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
, digest INTEGER NOT NULL DEFAULT 0, tags TEXT NOT NULL DEFAULT '[]', warned TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO runs VALUES(1,'Fragen — 📦 ''quoted'' "twice"; DROP TABLE runs;--','two
lines	and a tab',5,'/v1/embeddings','24h','[["zeta","12345678901234567890"],["alpha","{\"a\":1.0,\"a\":-0}"],["","","Iv8i"]]','inputs/x.jsonl','/home/me/input file.jsonl',400000,5000000000,X'0001FEFF','["gpt-5","mödel"]',1,1,1,1,1770091205678,6,'b79896de-3eef-4220-a2d9-16dfb87ef002',-982774754862389793,'["spring, wave 2","été \"x\""]','["window"]');
CREATE TABLE wishes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    at INTEGER
, digest INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO wishes VALUES(1,'cancel',1,1770091865678,-6217172053534193054);
CREATE UNIQUE INDEX connections_by_name ON connections (name) WHERE removed = 0;
CREATE INDEX connections_by_version ON connections (version);
CREATE INDEX runs_by_version ON runs (version);
CREATE INDEX batches_by_run ON batches (run_id);
CREATE INDEX batches_by_version ON batches (version);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('wishes',1);
