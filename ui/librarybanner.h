// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class Library;
class MessageArea;

/// Says what happened to the library itself, such as that it was damaged and made again, until a
/// person has seen it. The library lives as long as the area.
void showLibraryNotices(Library &library, MessageArea &messages);
