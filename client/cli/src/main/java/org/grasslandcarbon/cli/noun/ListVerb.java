// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Language;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.Parameter;
import org.grasslandcarbon.views.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Shows the list of a view, or that below a record: as many pages as are needed for the rows asked
 * for, or all of it as a CSV file.
 */
@Command(name = "list")
final class ListVerb extends RegistryCommand {
  /** The most that a gateway gives in one page. */
  private static final int PAGE_MOST = 200;

  private static final int LIMIT_USUAL = 50;

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
        "Saves the whole list as a CSV file (- is standard output)."
      })
  private Path csv;

  @Option(
      names = "--schema",
      paramLabel = "offsetsdb|cadt",
      description = {
        "文件采用 OffsetsDB 或 CADT 的列（限有此格式的列表）。",
        "Writes the file in the columns of OffsetsDB or CADT, of lists that have them."
      })
  private String schema;

  @Option(
      names = "--excel",
      description = {"文件供中文版 Excel 打开。", "Writes the file for Excel as it is set up in China."})
  private boolean excel;

  private final View view;
  private final Optional<Given> parent;
  private final Map<String, Given> filters = new LinkedHashMap<>();

  private ListVerb(View view) {
    this.view = view;
    // A view with a list of its own has a filter that does what a list below a record would.
    parent = view.path().isPresent() ? Optional.empty() : view.parent().map(ListVerb::below);
    for (Parameter parameter : view.parameters()) {
      filters.put(
          parameter.name(),
          Given.option(
              Filters.option(parameter), parameter.means(), Filters.form(parameter), false));
    }
    view.ended().ifPresent(any -> filters.put(View.SERIAL, serial()));
    view.concerning().ifPresent(each -> filters.put(each.parameter(), concerning(each)));
    view.owners()
        .forEach(
            owner ->
                filters.put(
                    owner.parameter(),
                    Given.option(
                        Words.hyphenated(owner.parameter()),
                        owner.means(),
                        Forms.of(ParticipantId.class, owner.parameter()),
                        false)));
  }

  /** Asked for by an option that needs a key: who is in an item is not for everybody. */
  private static Given concerning(View.Concerning concerning) {
    return Given.option(
        Words.hyphenated(concerning.parameter()),
        concerning.means(),
        Forms.of(ParticipantId.class, concerning.parameter()),
        false);
  }

  private static Given serial() {
    return Given.option(
        View.SERIAL,
        Name.of("编号或编号段", "A serial number, or a block of them"),
        Forms.of(String.class, View.SERIAL),
        false);
  }

  private static Given below(View.Parent parent) {
    Name means = Name.of("所属" + parent.view().title().zh(), "To which it belongs");
    return Given.positional(
        parent.view().noun(), means, Forms.of(String.class, parent.view().noun()), true);
  }

  /** The command of a view. */
  static CommandSpec spec(View view) {
    ListVerb command = new ListVerb(view);
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    command.parent.ifPresent(each -> spec.add(each.spec()));
    command.filters.values().forEach(each -> spec.add(each.spec()));
    boolean open = view.visibility().isPublic();
    spec.usageMessage()
        .description(
            "列出：" + view.title().zh() + (open ? "" : "（需要密钥）") + "。",
            "Lists " + lowerCase(view.title().en()) + (open ? "." : " (needs a key)."))
        .footer("  grassland " + view.noun() + " list" + command.exampleArguments());
    return spec;
  }

  private static String lowerCase(String title) {
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  private String exampleArguments() {
    String subject = parent.map(each -> " " + each.typed()).orElse("");
    String filter =
        view.parameters().stream()
            .flatMap(parameter -> Filters.example(parameter).stream())
            .findFirst()
            .orElse(" --limit 10");
    return subject + (parent.isPresent() ? "" : filter) + Example.key(view);
  }

  @Override
  protected void perform(Session session) {
    Reads reads = session.reads(view);
    Map<String, String> query = new LinkedHashMap<>();
    filters.forEach(
        (name, given) -> given.values(session).forEach(value -> query.put(name, value.asString())));
    Optional<String> below = parent.map(each -> each.values(session).get(0).asString());
    if (csv == null && (schema != null || excel)) {
      throw new UsageException(
          "--schema 和 --excel 用于 --csv。", "--schema and --excel go with --csv.");
    }
    if (csv != null) {
      export(session, reads, below, query);
    } else {
      list(session, reads, below, query);
    }
  }

  private void export(
      Session session, Reads reads, Optional<String> below, Map<String, String> query) {
    if (limit != null) {
      throw new UsageException(
          "--csv 总是全部内容，不能与 --limit 同用。", "--csv is the whole list: leave --limit out.");
    }
    if (session.language() == Language.ZH) {
      query.put("lang", "zh");
    }
    if (schema != null) {
      query.put("schema", schema);
    }
    if (excel) {
      query.put("excel", "zh");
    }
    String text =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    below.isPresent()
                        ? reads.csv(view, below.get(), query)
                        : reads.csv(view, query));
    if (csv.toString().equals("-")) {
      session.csv(text);
    } else {
      OutFile.write(session, csv, text.getBytes(StandardCharsets.UTF_8));
      session.hint("已写入 " + csv, "Written: " + csv);
    }
  }

  private void list(
      Session session, Reads reads, Optional<String> below, Map<String, String> query) {
    int most = limit == null ? LIMIT_USUAL : limit;
    if (most < 1) {
      throw new UsageException("--limit 至少为 1。", "--limit is at least 1.");
    }
    List<JsonNode> rows = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    Page last;
    do {
      Map<String, String> asked = new LinkedHashMap<>(query);
      asked.put("limit", Integer.toString(Math.min(PAGE_MOST, most - rows.size())));
      cursor.ifPresent(text -> asked.put("cursor", text));
      Page page =
          session
              .progress()
              .during(
                  calledAs(),
                  () ->
                      below.isPresent()
                          ? reads.list(view, below.get(), asked)
                          : reads.list(view, asked));
      rows.addAll(page.items());
      cursor = page.next();
      last = page;
    } while (cursor.isPresent() && rows.size() < most);
    show(session, rows.subList(0, Math.min(most, rows.size())), last);
  }

  private void show(Session session, List<JsonNode> shown, Page page) {
    if (session.isForPrograms()) {
      Map<String, Object> document = new TreeMap<>(Map.of("items", shown, "total", page.total()));
      if (page.totalIsLeast()) {
        document.put("totalIsLeast", true);
      }
      session.document(Codec.tree(document));
      return;
    }
    String total = page.total() + (page.totalIsLeast() ? "+" : "");
    session.table(ViewTable.of(view, shown, session.language()), shown);
    session.hint(
        "共 " + total + " 项，显示 " + shown.size() + " 项", "(" + shown.size() + " of " + total + ")");
  }
}
