// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.participant;

import java.util.Map;
import org.grasslandcarbon.cli.ListCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.views.ParticipantViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists participants. */
@Command(
    name = "list",
    description = {"列出参与主体。", "Lists participants."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland participant list --role CERTIFIER --region 150000"})
final class ParticipantList extends ListCommand {
  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = {"角色：${COMPLETION-CANDIDATES}。", "Only those with this role."})
  private Role role;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = {"行政区划代码。", "Only those of this division and below."})
  private String region;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = {"名称或代码中的文字。", "Only those with this text in name or id."})
  private String search;

  @Option(
      names = "--suspended",
      description = {"仅已暂停的主体。", "Only those that are suspended."})
  private boolean suspended;

  @Override
  protected void filter(Filters filters) {
    filters.add("role", role);
    filters.add("region", region);
    filters.add("q", search);
    filters.add("suspended", suspended ? true : null);
  }

  @Override
  protected Page page(Session session, Map<String, String> filters) {
    return session.publicReads().list(ParticipantViews.PARTICIPANTS, filters);
  }

  @Override
  protected Table<JsonNode> table(Session session) {
    return new Table<JsonNode>()
        .text("代码", "id", row -> row.path("id").asString(""))
        .text("名称", "name", row -> Text.of(row.path("name"), session.language()))
        .text("角色", "roles", row -> Text.of(row.path("roles"), session.language()))
        .text("区划", "region", row -> row.path("region").asString(""))
        .text(
            "状态",
            "status",
            row ->
                row.has("suspension")
                    ? session.language().of("已暂停", "suspended")
                    : session.language().of("正常", "active"));
  }
}
