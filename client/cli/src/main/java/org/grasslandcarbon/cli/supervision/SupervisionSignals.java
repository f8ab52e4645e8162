// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.Map;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What detectors have found in a period. */
@Command(
    name = "signals",
    description = {
      "异常交易信号（需要密钥）：按交易规则第四十四条的六类行为。",
      "Signals of abnormal trading by the six kinds of article 44 (needs a key)."
    },
    footer = {
      "  grassland supervision signals --from 2026-03-02 --to 2026-03-31 --key exchange.json"
    })
final class SupervisionSignals extends SupervisionList {
  @Mixin private Days days;

  @Option(
      names = "--instrument",
      paramLabel = "INSTRUMENT",
      description = {"交易标的。", "One instrument."})
  private String instrument;

  @Option(
      names = "--detector",
      paramLabel = "NAME",
      description = {"只用一项监测指标。", "One detector only."})
  private String detector;

  @Option(
      names = "--settings",
      paramLabel = "NAME:NUMBER,…",
      description = {"该指标的参数；须同时给出 --detector。", "Numbers for that detector; needs --detector."})
  private String settings;

  @Override
  String name() {
    return "signals";
  }

  @Override
  Map<String, String> asked() {
    return parameters(
        "from",
        days.from,
        "to",
        days.to,
        "instrument",
        instrument,
        "detector",
        detector,
        "settings",
        settings);
  }

  @Override
  String items() {
    return "signals";
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .number("条款", "article 44", row -> text(row, "clause"))
        .text("指标", "detector", row -> text(row, "detector"))
        .text("首日", "first", row -> text(row, "first"))
        .text("末日", "last", row -> text(row, "last"))
        .text("标的", "instrument", row -> text(row, "instrument"))
        .text("主体", "participants", row -> joined(row, "participants"))
        .number("证据", "evidence", row -> text(row, "evidenceOf"));
  }

  @Override
  void say(Session session, JsonNode answer) {
    for (JsonNode each : answer.path("signals")) {
      session.line(
          text(each, "detector")
              + " "
              + text(each, "first")
              + ": "
              + session
                  .language()
                  .of(each.at("/why/zh").asString(""), each.at("/why/en").asString("")));
    }
    session.hint(
        "信号是问题而非结论；证据见 --json，立案用 grassland supervision-case open。",
        "A signal is a question and no answer; --json has the evidence, and grassland"
            + " supervision-case open begins a case.");
  }
}
