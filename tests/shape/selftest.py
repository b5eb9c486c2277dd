#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Batchdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of this folder find what they are there for: each is fed planted trees."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SPDX = ("// SPDX-FileCopyright" + "Text: 2026 Batchdesk contributors\n"
        "// SPDX-License-" + "Identifier: GPL-3.0-or-later\n")
NOTE = "TO" + "DO"


class Planted(unittest.TestCase):
    """A tree of files in a temporary folder, and a check over it."""

    check = ""

    def run_on(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "tree"
            for name, text in files.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
            command = [sys.executable, str(HERE / self.check), "--root", str(root)]
            if self.check == "includes.py":
                qt = Path(folder) / "qt6"
                for header in ("QtCore/QString", "QtCore/QFile", "QtGui/QIcon", "QtWidgets/QLabel",
                               "QtNetwork/QNetworkReply", "QtSql/QSqlQuery"):
                    (qt / header).parent.mkdir(parents=True, exist_ok=True)
                    (qt / header).touch()
                command += ["--qt", str(qt)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            return done.returncode, done.stdout + done.stderr

    def assert_fine(self, files):
        code, out = self.run_on(files)
        self.assertEqual(code, 0, out)

    def assert_faults(self, files, *parts):
        code, out = self.run_on(files)
        self.assertEqual(code, 1, out)
        for part in parts:
            self.assertIn(part, out)


class Includes(Planted):
    check = "includes.py"

    def test_allowed_edges_pass(self):
        self.assert_fine({
            "app/core/run.h": "#include <QString>\n#include <vector>\n",
            "app/net/httprequest.h": '#include "core/run.h"\n',
            "app/net/httpclient.cpp": "#include <QNetworkReply>\nQNetworkAccessManager m;\n",
            "app/dialects/files.cpp": '#include "net/httprequest.h"\n#include <simdjson.h>\n',
            "app/library/library.cpp": "#include <QSqlQuery>\n",
            "app/services.h": '#include "library/library.h"\n',
            "app/library/library.h": '#include "core/run.h"\n',
            "app/cli/main.cpp": '#include "services.h"\n',
            "ui/models/runmodel.h": '#include "core/run.h"\n#include <QIcon>\n',
            "ui/pages/runs.h": '#include "models/runmodel.h"\n',
            "ui/pages/runs.cpp": '#include "pages/runs.h"\n#include "runs.moc"\n',
            "app/pch.h": "#include <QString>\n",
            "ui/pch.h": '#include "../app/pch.h"\n',
        })

    def test_core_includes_net(self):
        self.assert_faults({"app/core/a.h": '#include "net/sink.h"\n', "app/net/sink.h": ""},
                           'app/core/a.h:1: core may not include "net/sink.h"')

    def test_results_include_jobs(self):
        self.assert_faults({"app/results/a.cpp": '\n#include "jobs/b.h"\n', "app/jobs/b.h": ""},
                           "app/results/a.cpp:2")

    def test_dialect_includes_more_of_net_than_values(self):
        self.assert_faults({"app/dialects/a.cpp": '#include "net/sink.h"\n', "app/net/sink.h": ""},
                           "dialects may not include")

    def test_app_includes_ui(self):
        self.assert_faults({"app/services.cpp": '#include "models/m.h"\n', "ui/models/m.h": ""},
                           "services may not include")

    def test_ui_includes_the_command_line(self):
        self.assert_faults({"ui/main.cpp": '#include "cli/c.h"\n', "app/cli/c.h": ""}, "ui may not")

    def test_page_includes_another_page(self):
        self.assert_faults({"ui/pages/a.cpp": '#include "pages/b.h"\n', "ui/pages/b.h": ""},
                           "ui/pages may not include")

    def test_model_includes_widget(self):
        self.assert_faults({"ui/models/a.h": '#include "widgets/b.h"\n', "ui/widgets/b.h": ""},
                           "ui/models may not include")

    def test_gui_and_widgets_in_app(self):
        self.assert_faults({"app/jobs/a.cpp": "#include <QIcon>\n#include <QtWidgets/QLabel>\n"},
                           "a.cpp:1: jobs may not include <QIcon> (QtGui)",
                           "a.cpp:2: jobs may not include <QtWidgets/QLabel> (QtWidgets)")

    def test_sql_outside_library(self):
        self.assert_faults({"app/jobs/a.cpp": "#include <QSqlQuery>\n"}, "(QtSql)")

    def test_include_from_beside(self):
        self.assert_faults({"app/core/a.cpp": '#include "b.h"\n', "app/core/b.h": ""},
                           "must be written from app/ or ui/")

    def test_project_file_in_angle_brackets(self):
        self.assert_faults({"app/jobs/a.cpp": "#include <core/b.h>\n", "app/core/b.h": ""},
                           "is a file of the project")

    def test_include_of_nothing(self):
        self.assert_faults({"app/core/a.cpp": '#include "core/gone.h"\n'}, "is no file of the project")

    def test_include_after_a_comment(self):
        self.assert_faults({"app/core/a.cpp": '/* why */ #include "net/b.h"\n', "app/net/b.h": ""},
                           "core may not include")

    def test_unknown_folder(self):
        self.assert_faults({"app/misc/a.cpp": ""}, "is not in the table")

    def test_dialect_names_a_file(self):
        self.assert_faults({"app/dialects/a.cpp": "int f() { QFile file; }\n"}, "QFile is not for here")

    def test_names_in_comments_and_strings_do_not_count(self):
        self.assert_fine({"app/dialects/a.cpp":
                          '// QFile\n/* QObject */ auto s = "QFile \\" QDir"; auto r = R"(QFile)";\n'
                          "int big = 1'000'000;\n"})

    def test_global_static_and_instance(self):
        self.assert_faults({"app/core/a.h": "static Foo &instance();\n",
                            "ui/b.cpp": "Q_GLOBAL_STATIC(Foo, foo)\n"},
                           "no singletons", "ui/b.cpp:1")

    def test_network_manager_elsewhere(self):
        self.assert_faults({"app/jobs/a.cpp": "QNetworkAccessManager m;\n"}, "only net/httpclient")

    def test_bad_certificates_accepted(self):
        self.assert_faults({"app/net/a.cpp": "reply->ignoreSslErrors();\ntls.setPeerVerifyMode(QSslSocket::VerifyNone);\n",
                            "ui/b.cpp": "socket.ignoreSslErrors({});\nuse(QSsl::TlsV1_1OrLater);\n"},
                           "app/net/a.cpp:1", "app/net/a.cpp:2", "ui/b.cpp:1", "ui/b.cpp:2: TlsV1_1OrLater")

    def test_message_box_and_nested_loop(self):
        self.assert_faults({"ui/pages/a.cpp": "QMessageBox::warning(this);\ndialog.exec();\nQEventLoop l;\n"},
                           "a.cpp:1", "a.cpp:2", "a.cpp:3")

    def test_table_of_contributing_differs(self):
        self.assert_faults({"CONTRIBUTING.md": "| folder |\n", "app/core/a.h": ""}, "CONTRIBUTING.md:1")

    def test_table_of_contributing_agrees(self):
        table = subprocess.run([sys.executable, str(HERE / "includes.py"), "--table"],
                               capture_output=True, text=True, check=True).stdout
        self.assert_fine({"CONTRIBUTING.md": "# Words\n\n" + table, "app/core/a.h": ""})


class Clocks(Planted):
    check = "clocks.py"

    def test_a_clock_and_its_users_pass(self):
        self.assert_fine({"app/core/clock.cpp": "auto now = QDateTime::currentDateTimeUtc();\n",
                          "app/jobs/a.cpp": "// QDateTime::currentDateTime\nauto now = clock.now();\n",
                          "ui/a.cpp": "QTimer::singleShot(2s, this, f);\n"})

    def test_time_past_the_clock(self):
        self.assert_faults({"app/jobs/a.cpp": "auto a = QDateTime::currentDateTime();\n"
                                              "auto b = std::chrono::system_clock::now();\n"
                                              "auto c = QDateTime::currentMSecsSinceEpoch();\n"
                                              "QTimer::singleShot(5s, this, f);\n"
                                              "std::this_thread::sleep_for(1s);\n"},
                           "a.cpp:1", "a.cpp:2", "a.cpp:3", "a.cpp:4", "a.cpp:5")

    def test_a_leave_that_nobody_needs(self):
        self.assert_faults({"app/library/leases.cpp": "int a;\n"}, "leases.cpp is allowed what")


class Spdx(Planted):
    check = "spdx.py"
    reuse = ("# " + SPDX.replace("// ", "# ")[2:]
             + 'version = 1\n[[annotations]]\npath = ["**/*.json", "tests/**/data/**"]\n')

    def test_lines_or_cover_pass(self):
        self.assert_fine({"app/a.cpp": SPDX, "REUSE.toml": self.reuse, "resources/p/a.json": "{}",
                          "tests/x/data/b.cpp": "", "LICENSES/GPL-3.0-or-later.txt": "text"})

    def test_source_without_lines(self):
        self.assert_faults({"app/a.cpp": "int a;\n"}, "app/a.cpp:1")

    def test_one_of_the_lines_alone(self):
        self.assert_faults({"app/a.cpp": SPDX.split("\n", maxsplit=1)[0]}, "app/a.cpp:1")

    def test_somebody_elses_licence(self):
        self.assert_faults({"app/a.cpp": SPDX.replace("GPL-3.0-or-later", "MIT")}, "app/a.cpp:1")

    def test_cover_is_no_excuse_for_sources(self):
        self.assert_faults({"REUSE.toml": self.reuse.replace("**/*.json", "**"), "app/a.cpp": ""},
                           "app/a.cpp:1")

    def test_json_without_cover(self):
        self.assert_faults({"a.json": "{}"}, "a.json:1")


class Paths(Planted):
    check = "paths.py"

    def test_ordinary_text_passes(self):
        self.assert_fine({"a.cpp": f"// {NOTE}(#12) later\n// {NOTE} #7\n// home/work/x is no root path\n",
                          "b.md": f"{NOTE} needs a number\n", "c.png": b"\x89PNG\0/wor" + b"k/main"})

    def test_machine_path(self):
        self.assert_faults({"a.sh": "cd /wor" + "k/main\n"}, "a.sh:1")

    def test_registry_host(self):
        self.assert_faults({"a.sh": "\nM=http://deb" + ".debian.org/debian\n"}, "a.sh:2")

    def test_note_without_issue(self):
        self.assert_faults({"a.cpp": f"\n\n// {NOTE}: later\n"}, "a.cpp:3")


class Translations(Planted):
    check = "translations.py"

    def file(self, source, *forms, language=' language="de"', kind=""):
        plural = ' numerus="yes"' if len(forms) > 1 else ""
        body = "".join(f"<numerusform>{form}</numerusform>" for form in forms) if plural else forms[0]
        return {"translations/a_de.ts": f"""<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1"{language}><context><name>Page</name><message{plural}><source>{source}</source>
<translation{kind}>{body}</translation></message></context></TS>"""}

    def test_whole_translations_pass(self):
        self.assert_fine(self.file("%1 of %2", "%1 von %2"))
        self.assert_fine(self.file("%n request(s) in %1", "eine Anfrage in %1", "%n Anfragen in %1"))
        self.assert_fine(self.file("&amp;Open &lt;b&gt;%1&lt;/b&gt;", "&lt;b&gt;%1&lt;/b&gt; ö&amp;ffnen"))

    def test_unfinished_and_empty(self):
        self.assert_faults(self.file("Open", "", kind=' type="unfinished"'), "is not translated")
        self.assert_faults(self.file("Open", " "), "has an empty translation")
        self.assert_faults(self.file("%n row(s)", "%n Zeile", ""), "has an empty translation")

    def test_text_that_is_gone(self):
        self.assert_faults(self.file("Open", "Öffnen", kind=' type="vanished"'), "no longer")

    def test_lost_placeholder(self):
        self.assert_faults(self.file("%1 of %2", "%1 von %1"), "placeholders")
        self.assert_faults(self.file("%n row(s) of %1", "%n Zeile", "%n Zeilen von %1"), "placeholders")

    def test_lost_tag_and_accelerator(self):
        self.assert_faults(self.file("&lt;b&gt;x&lt;/b&gt;", "x"), "HTML tags")
        self.assert_faults(self.file("&amp;Open", "Öffnen"), "number of &")

    def test_file_without_language(self):
        self.assert_faults(self.file("Open", "Öffnen", language=""), "names no language")


class Colours(Planted):
    check = "colours.py"

    def test_the_palette_and_the_theme_pass(self):
        self.assert_fine({
            "ui/theme/colours.cpp": "auto c = QColor(12, 13, 14); auto d = Qt::red;\n",
            "ui/widgets/a.cpp": "// Qt::red, color: red\npainter.fillRect(r, palette().color(QPalette::Base));\n"
                                "QColor back = painter->pen().color();\npixmap.fill(Qt::transparent);\n"
                                'button->setStyleSheet(u"color: palette(text); padding: 3px"_s);\n',
            "tests/ui/a.cpp": "auto c = Qt::red;\n",
        })

    def test_colours_by_number_and_by_name(self):
        self.assert_faults({"ui/widgets/a.cpp": 'QColor a("#ff0000");\nauto b = QColor(u"red"_s);\n'
                                                "pen.setColor(Qt::darkRed);\nauto c = QColor(1, 2, 3);\n"
                                                "auto d = QColor::fromRgb(4);\nauto e = qRgb(1, 2, 3);\n"
                                                'label->setStyleSheet(u"color: #f00"_s);\n'
                                                "auto f = Qt::lightGray;\n"},
                           *(f"ui/widgets/a.cpp:{line}:" for line in range(1, 9)))


class SeedMap(Planted):
    check = "seedmap.py"
    head = "| system | what | code | command | window | test |\n|---|---|---|---|---|---|\n"

    def tree(self, *rows):
        all_systems = [f"| {system} | id | `dialects/a.cpp:id` | `submit` | Overview | `tst_a:works` |"
                       for system in ("meshapi", "files", "rawjsonl", "staged")]
        return {"CONTRIBUTING.md": "# Map\n\n" + self.head + "\n".join([*all_systems, *rows]) + "\n\nend\n",
                "app/cli/commands.cpp": 'Command{"submit", Command{"connection add",',
                "app/dialects/a.cpp": "int id;\n",
                "tests/dialects/tst_a.cpp": "void works();\n",
                "tests/e2e/test_b.py": "def test_it(self):\n"}

    def test_whole_map_passes(self):
        self.assert_fine(self.tree(
            "| files | status | `dialects/a.cpp:id` | `connection add` | Overview | `test_b:test_it` |"))

    def test_empty_cells(self):
        self.assert_faults(self.tree("| files | x | `dialects/a.cpp:id` | `submit` |  | `tst_a:works` |"),
                           "CONTRIBUTING.md:9", "nothing under window")
        self.assert_faults(self.tree("| files | x | `dialects/a.cpp:id` | `submit` | `tst_a:works` |"), "5 cells")

    def test_names_that_are_not_there(self):
        row = "| files | x | `dialects/{}` | `{}` | Overview | `{}` |"
        self.assert_faults(self.tree(row.format("b.cpp:id", "submit", "tst_a:works")), "b.cpp")
        self.assert_faults(self.tree(row.format("a.cpp:other", "submit", "tst_a:works")), "other")
        self.assert_faults(self.tree(row.format("a.cpp:id", "sing", "tst_a:works")), "sing")
        self.assert_faults(self.tree(row.format("a.cpp:id", "submit", "tst_a:fails")), "tst_a:fails")

    def test_a_row_twice_and_a_system_without_rows(self):
        self.assert_faults(self.tree("| files | id | `dialects/a.cpp:id` | `submit` | Overview | `tst_a:works` |"),
                           "twice")
        files = self.tree()
        files["CONTRIBUTING.md"] = files["CONTRIBUTING.md"].replace("| staged |", "| files2 |")
        self.assert_faults(files, "no row of staged", "files2")


if __name__ == "__main__":
    unittest.main()
