// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.timeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.domain.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * Who did what to something, when, and what changed; with a key as far as its holder may see it.
 */
@Command(
    name = "timeline",
    description = {
      "历程：项目、批次、编号段、主体、交易标的或注销的全部记录；有密钥则包括签名者可查看的内容。",
      "What happened to a project, a batch, serial numbers, a participant, an instrument or a retirement; with a key"
          + " also what its holder may see."
    },
    footer = {
      "  grassland timeline project GCS-152502-2024-0001",
      "  grassland timeline serial CN-GCS-152502-20240001-2025-001-14940-14944",
      "  grassland timeline participant 91110000600037341L --key my-key.json"
    })
public final class TimelineCommand extends RegistryCommand {
  private static final int LIMIT_USUAL = 50;

  /** The most that a gateway gives in one page. */
  private static final int PAGE_MOST = 200;

  /** What has a timeline. */
  enum Kind {
    PROJECT("projects"),
    BATCH("batches"),
    SERIAL("serials"),
    PARTICIPANT("participants"),
    INSTRUMENT("instruments"),
    RETIREMENT("retirements");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = {
        "种类：project、batch、serial、participant、instrument 或 retirement。",
        "What it is: project, batch, serial, participant, instrument or retirement."
      })
  private Kind kind;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description = {"编号；编号段可写作 …-起-止。", "Its id or number; of serials one, or a block of them."})
  private String id;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = {"最多显示的行数；默认 50。", "Most rows to show. Default: " + LIMIT_USUAL})
  private Integer limit;

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
    if (csv != null) {
      export(session);
      return;
    }
    int most = limit == null ? LIMIT_USUAL : limit;
    if (most < 1) {
      throw new UsageException("--limit 至少为 1。", "--limit is at least 1.");
    }
    List<JsonNode> rows = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Map<String, String> asked = new LinkedHashMap<>();
      asked.put("limit", Integer.toString(Math.min(PAGE_MOST, most - rows.size())));
      cursor.ifPresent(text -> asked.put("cursor", text));
      Page page = session.progress().during(calledAs(), () -> page(session, asked));
      rows.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent() && rows.size() < most);
    show(session, rows.subList(0, Math.min(most, rows.size())), cursor.isPresent());
  }

  private Page page(Session session, Map<String, String> asked) {
    return session.keyFile().isPresent()
        ? session.privateReads().timeline(kind.path, id, asked)
        : session.publicReads().timeline(kind.path, id, asked);
  }

  private void export(Session session) {
    if (limit != null) {
      throw new UsageException(
          "--csv 总是全部内容，不能与 --limit 同用。", "--csv is all of it: leave --limit out.");
    }
    boolean hasKey = session.keyFile().isPresent();
    String text =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    hasKey
                        ? session.privateReads().timelineAsCsv(kind.path, id)
                        : session.publicReads().timelineAsCsv(kind.path, id));
    OutFile.save(session, csv, text);
  }

  private void show(Session session, List<JsonNode> shown, boolean more) {
    if (session.isForPrograms()) {
      session.document(Codec.tree(Map.of("items", shown)));
      return;
    }
    Language language = session.language();
    session.table(
        new Table<JsonNode>()
            .text("时间", "time", row -> time(row, language))
            .text("操作", "what was done", row -> named(row.path("title"), language))
            .text("主体", "participant", row -> named(row.path("name"), language))
            .text("变更", "what changed", row -> named(row.path("summary"), language))
            .text("区块", "block", row -> row.path("block").asString(""))
            .text("指令编号", "instruction", row -> row.path("instruction").asString("")),
        shown);
    if (more) {
      session.hint("还有更多：请加大 --limit 或使用 --csv。", "There is more: a larger --limit, or --csv.");
    }
  }

  private static String named(JsonNode name, Language language) {
    return language.of(name.path("zh").asString(""), name.path("en").asString(""));
  }

  private static String time(JsonNode row, Language language) {
    JsonNode transfers = row.path("transfers");
    if (transfers.isMissingNode()) {
      return Text.of(row.path("at"), language);
    }
    String first = transfers.path("firstDay").asString("");
    String last = transfers.path("lastDay").asString("");
    return first.equals(last) ? first : first + " – " + last;
  }
}
