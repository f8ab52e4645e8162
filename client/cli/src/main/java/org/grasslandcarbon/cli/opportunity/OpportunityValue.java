// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.opportunity;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.domain.coordination.ValueInputs;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** What acting together is worth by what is typed. */
@Command(
    name = "value",
    description = {
      "协同价值预评估：联合开展减去各自开展之和，按三种价格给出区间；只按所填数字计算，无需密钥。",
      "What acting together is worth: joint minus the sum of separate at three prices, by what is"
          + " typed and nothing else."
    },
    footer = {
      "  grassland opportunity value --template > value.json",
      "  grassland opportunity value value.json"
    })
final class OpportunityValue extends TypedQuestion {
  private record Line(String price, String who, JsonNode sums) {}

  @Override
  Object example() {
    return ValueInputs.example();
  }

  @Override
  JsonNode ask(Session session, JsonNode asked) {
    return session.publicReads().jointValue(asked);
  }

  @Override
  void show(Session session, JsonNode answer) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode at : answer.path("prices")) {
      String price = at.path("price").asString("");
      at.path("alone")
          .forEach(each -> lines.add(new Line(price, each.path("region").asString(""), each)));
      for (String name : List.of("separate", "joint", "added")) {
        lines.add(new Line(price, name, at.path(name)));
      }
    }
    session.table(
        new Table<Line>()
            .text("价格", "price", Line::price)
            .text("地区", "who", Line::who)
            .number("吨", "tonnes", each -> each.sums().path("tonnes").asString(""))
            .number("收入(分)", "revenue (fen)", each -> each.sums().path("revenueFen").asString(""))
            .number("费用(分)", "fees (fen)", each -> each.sums().path("feesFen").asString(""))
            .number(
                "补偿(分)",
                "compensation (fen)",
                each -> each.sums().path("compensationFen").asString(""))
            .number("成本(分)", "cost (fen)", each -> each.sums().path("costFen").asString(""))
            .number("净现值(分)", "NPV (fen)", each -> each.sums().path("npvFen").asString("")),
        lines);
    String least = answer.at("/added/leastNpvFen").asString("");
    String most = answer.at("/added/mostNpvFen").asString("");
    session.say(
        "协同增加的净现值：" + least + " 至 " + most + " 分",
        "what acting together adds: " + least + " to " + most + " fen of net present value");
  }
}
