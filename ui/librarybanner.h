// SPDX-FileCopyrightText: 2026 Batchdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class Library;
class MessageArea;

#include <functional>

/// Says what happened to the library itself, such as that it was damaged and made again, until a
/// person has seen it; that it is a copy of another one; and while it cannot be written. The library lives as long as the area.
/// reopen is called once a copy has taken the place of its original.
void showLibraryNotices(Library &library, MessageArea &messages, std::function<void()> reopen);
