// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.methodology;

import java.util.Map;
import org.grasslandcarbon.cli.ListCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.views.ProjectViews;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Lists methodology versions. */
@Command(
    name = "list",
    description = {"列出方法学版本。", "Lists methodology versions."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland methodology list"})
final class MethodologyList extends ListCommand {
  @Override
  protected void filter(Filters filters) {
    // The registry has few methodologies: there is nothing to choose from.
  }

  @Override
  protected Page page(Session session, Map<String, String> filters) {
    return session.publicReads().list(ProjectViews.METHODOLOGIES, filters);
  }

  @Override
  protected Table<JsonNode> table(Session session) {
    return new Table<JsonNode>()
        .text("编号", "id", row -> row.path("version").path("id").asString(""))
        .text("版本", "version", row -> row.path("version").path("version").asString(""))
        .text("名称", "name", row -> Text.of(row.path("name"), session.language()))
        .text("算法", "algorithm", row -> row.path("algorithm").asString(""))
        .text("起", "from", row -> row.path("validity").path("validFrom").asString(""))
        .text(
            "备注",
            "note",
            row ->
                (row.path("training").asBoolean(false)
                        ? session.language().of("练习", "TRAINING")
                        : "")
                    + (row.has("withdrawal") ? session.language().of("已撤回", "WITHDRAWN") : ""));
  }
}
