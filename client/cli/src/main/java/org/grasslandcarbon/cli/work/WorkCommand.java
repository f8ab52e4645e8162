// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.work;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What waits for the signer, the first due first. */
@Command(
    name = "work",
    description = {
      "我的待办：等待签名者处理的事项，期限最早的在前（需要密钥）。",
      "What waits for the signer, the first due first (needs a key)."
    },
    footer = {
      "  grassland work --key my-key.json",
      "  grassland work --kind report --as office-inner-mongolia"
    })
public final class WorkCommand extends RegistryCommand {
  @Option(
      names = "--kind",
      paramLabel = "NOUN",
      description = {"只看某类记录，如 project、report。", "Only of one noun, e.g. project or report."})
  private String kind;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = {
        "只看由某指令答复的，如 approveIssuance。",
        "Only what one action answers, e.g. approveIssuance."
      })
  private String action;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {
        "将全部内容存为 CSV 文件（- 为标准输出）。",
        "Saves all of it as a CSV file (- is standard output)."
      })
  private Path csv;

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = new LinkedHashMap<>();
    if (kind != null) {
      asked.put("kind", kind);
    }
    if (action != null) {
      asked.put("action", action);
    }
    if (csv != null) {
      OutFile.save(
          session,
          csv,
          session.progress().during(calledAs(), () -> session.privateReads().workAsCsv(asked)));
      return;
    }
    JsonNode work = session.progress().during(calledAs(), () -> session.privateReads().work(asked));
    if (session.isForPrograms()) {
      session.document(work);
      return;
    }
    Language language = session.language();
    List<JsonNode> items = work.path("items").valueStream().toList();
    session.table(
        new Table<JsonNode>()
            .text("期限", "due", item -> due(item, language))
            .text("起始", "since", item -> Text.of(item.path("since"), language))
            .text("待办", "what waits", item -> Text.of(item.path("title"), language))
            .text("记录", "record", item -> item.path("kind").asString(""))
            .text("编号", "id", item -> item.path("subject").asString(""))
            .text("指令", "action", item -> item.path("action").asString("")),
        items);
    for (JsonNode more : work.path("more")) {
      session.hint(
          more.asString() + " 还有更多：请用 --action 单独查看。",
          "More waits for " + more.asString() + ": look with --action.");
    }
    session.hint("共 " + items.size() + " 项", "(" + items.size() + ")");
  }

  private static String due(JsonNode item, Language language) {
    return item.has("due")
        ? Text.of(item.path("due"), language)
        : Text.of(item.path("noDue"), language);
  }
}
