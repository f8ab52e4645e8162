// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.document;

import java.util.List;
import java.util.stream.Collectors;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows which documents there are, and which gateways have their files. */
@Command(
    name = "list",
    description = {
      "列出记录所载明的文件及持有它们的网关；不给出记录时，列出本网关持有且可读取的文件（给出密钥时含不公开的）。",
      "Lists the documents that a record names and the gateways that have their files; without a"
          + " record the files of this gateway that you may read (with a key also those that are not"
          + " public)."
    },
    footer = {"  grassland documents list PROJECT:ID", "  grassland documents list"})
final class DocumentsList extends RegistryCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "TYPE:ID",
      description = {"记录，如 PROJECT:编号。", "A record, e.g. PROJECT:ID."})
  private String record;

  @Override
  protected void perform(Session session) {
    if (record != null && !record.matches("[A-Z_]+:.+")) {
      throw new UsageException("记录须为 类型:编号，如 PROJECT:编号。", "A record is TYPE:ID, e.g. PROJECT:ID.");
    }
    List<JsonNode> documents =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    record == null
                        ? session.documents(false).held()
                        : session.documents(false).ofRecord(record));
    if (session.isForPrograms()) {
      session.document(documents);
      return;
    }
    documents.forEach(each -> show(session, each));
    session.hint("共 " + documents.size() + " 个文件。", documents.size() + " documents.");
  }

  /** A line of what it is, and one of who has it: nothing of a digest or an address is cut. */
  private static void show(Session session, JsonNode document) {
    JsonNode open = document.at("/held/public");
    session.line(
        document.path("sha256").asString()
            + "  "
            + kinds(document)
            + (open.isMissingNode() ? "" : "  " + openness(session, open.asBoolean())));
    List<String> holders = holders(session, document);
    if (holders.isEmpty()) {
      session.say("  没有已知的网关持有它。", "  No gateway is known to have it.");
    } else {
      session.line("  " + String.join("  ", holders));
    }
  }

  private static String openness(Session session, boolean open) {
    return open
        ? session.language().of("公开", "public")
        : session.language().of("不公开", "not public");
  }

  /** What it is kept as; where it is not kept, what it can be. */
  private static String kinds(JsonNode document) {
    List<String> kept =
        document.at("/held/for").valueStream().map(each -> each.path("kind").asString()).toList();
    return (kept.isEmpty()
        ? document
            .path("records")
            .valueStream()
            .flatMap(each -> each.path("kinds").valueStream())
            .map(JsonNode::asString)
            .distinct()
            .collect(Collectors.joining("|"))
        : kept.stream().distinct().collect(Collectors.joining(",")));
  }

  private static List<String> holders(Session session, JsonNode document) {
    List<String> holders =
        document
            .path("elsewhere")
            .valueStream()
            .filter(each -> each.path("holds").asBoolean(false))
            .map(each -> each.path("gateway").asString())
            .collect(Collectors.toList());
    if (document.path("held").isObject()) {
      holders.add(0, session.language().of("本网关", "this one"));
    }
    return holders;
  }
}
