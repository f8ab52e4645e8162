// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.search;

import java.util.List;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Says what a text is, and where: anybody may ask. */
@Command(
    name = "search",
    description = {
      "按任意文字查找：编号或编号段、项目编号、批次、证书编号、指令、交易、区块、主体代码、中英文名称。",
      "Finds what a text may mean: a serial or block, a number, a certificate, an id, a code, a part of a name."
    },
    footer = {
      "  grassland search 锡林",
      "  grassland search CN-GCS-152502-20240001-2025-001-17",
      "  grassland search GCS-152502-2024-0001"
    })
public final class SearchCommand extends RegistryCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "TEXT",
      description = {"要查找的文字；多个词须同时出现。", "What to look for; several words must all be there."})
  private List<String> words;

  @Override
  protected void perform(Session session) {
    String text = String.join(" ", words);
    JsonNode answer =
        session.progress().during(calledAs(), () -> session.publicReads().search(text));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    List<JsonNode> items = answer.path("items").valueStream().toList();
    if (items.isEmpty()) {
      session.hint("没有找到。", "Nothing was found.");
      return;
    }
    session.table(
        new Table<JsonNode>()
            .text("种类", "kind", each -> each.path("kind").asString(""))
            .text("编号", "id", each -> each.path("id").asString(""))
            .text("名称", "name", each -> title(session, each))
            .text("说明", "what it is", each -> each.path("line").asString("")),
        items);
    for (JsonNode list : answer.path("lists")) {
      session.hint(
          "更多 " + list.path("kind").asString("") + "：" + list.path("at").asString(""),
          "more of " + list.path("kind").asString("") + ": " + list.path("at").asString(""));
    }
  }

  /** A name; what has none is called by its id, which stands there already. */
  private static String title(Session session, JsonNode hit) {
    String zh = hit.at("/title/zh").asString("");
    String en = hit.at("/title/en").asString("");
    return zh.equals(en) ? "" : session.language().of(zh, en);
  }
}
