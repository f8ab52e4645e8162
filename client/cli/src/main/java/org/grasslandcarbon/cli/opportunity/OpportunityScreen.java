// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.opportunity;

import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.domain.coordination.LandPlan;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Which ways a change of land has to credits or compensation. */
@Command(
    name = "screen",
    description = {
      "土地筛查：现状与拟采取的措施对应哪些途径、各条件是否满足；不提交任何内容，也无需密钥。",
      "Which ways a change of land has to credits or compensation, condition by condition; nothing"
          + " is submitted."
    },
    footer = {
      "  grassland opportunity screen --template > plan.json",
      "  grassland opportunity screen plan.json"
    })
final class OpportunityScreen extends TypedQuestion {
  @Override
  Object example() {
    return LandPlan.example();
  }

  @Override
  JsonNode ask(Session session, JsonNode asked) {
    return session.publicReads().screenLand(asked);
  }

  @Override
  void show(Session session, JsonNode answer) {
    for (JsonNode pathway : answer.path("pathways")) {
      session.line(
          pathway.path("outcome").asString("")
              + "  "
              + pathway.path("id").asString("")
              + "  "
              + session
                  .language()
                  .of(pathway.path("nameZh").asString(""), pathway.path("nameEn").asString("")));
      String yearly = pathway.path("yearlyFen").asString("");
      if (!yearly.isEmpty()) {
        session.line(session.language().of("  每年（分）：", "  fen a year: ") + yearly);
      }
      List<JsonNode> conditions = pathway.path("conditions").valueStream().toList();
      session.table(
          new Table<JsonNode>()
              .text("结论", "state", each -> each.path("state").asString(""))
              .text(
                  "条件",
                  "condition",
                  each ->
                      session
                          .language()
                          .of(each.path("zh").asString(""), each.path("en").asString("")))
              .text("出处", "source", each -> each.path("source").asString("")),
          conditions);
      session.line("");
    }
    session.hint(
        "筛查不作决定：项目在申报时按边界和方法学判定。",
        "It decides nothing: a project is judged by its boundary and methodology when it is"
            + " proposed.");
  }
}
