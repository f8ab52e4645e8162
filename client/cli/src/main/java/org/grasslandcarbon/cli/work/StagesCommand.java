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

/** How many days stages take. */
@Command(
    name = "stages",
    description = {
      "各阶段所需工作日与日历日：规定与实际（平均、中位、九成）。",
      "How many working and calendar days stages take: promised, and mean, median and 90th percentile of the real ones."
    },
    footer = {"  grassland stages --region 150000 --year 2025", "  grassland stages --training"})
public final class StagesCommand extends RegistryCommand {
  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = {"行政区划（含下级）。", "A division, with those in it."})
  private String region;

  @Option(
      names = "--office",
      paramLabel = "CODE",
      description = {"某主管部门辖区。", "The division of an office."})
  private String office;

  @Option(
      names = "--certifier",
      paramLabel = "CODE",
      description = {"某审定核查机构完成的。", "What a certifier has ended."})
  private String certifier;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = {"阶段结束的年份（北京时间）。", "The year in which stages ended, in Beijing."})
  private String year;

  @Option(
      names = "--training",
      description = {"仅供练习的记录，而非正式记录。", "Of records for practice instead of the others."})
  private boolean training;

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
    put(asked, "region", region);
    put(asked, "office", office);
    put(asked, "certifier", certifier);
    put(asked, "year", year);
    if (training) {
      asked.put("training", "true");
    }
    boolean hasKey = session.keyFile().isPresent();
    if (csv != null) {
      OutFile.save(
          session,
          csv,
          session
              .progress()
              .during(
                  calledAs(),
                  () ->
                      hasKey
                          ? session.privateReads().stagesAsCsv(asked)
                          : session.publicReads().stagesAsCsv(asked)));
      return;
    }
    JsonNode stages =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    hasKey
                        ? session.privateReads().stages(asked)
                        : session.publicReads().stages(asked));
    if (session.isForPrograms()) {
      session.document(stages);
      return;
    }
    show(session, stages.path("items").valueStream().toList());
  }

  private static void put(Map<String, String> asked, String name, String value) {
    if (value != null) {
      asked.put(name, value);
    }
  }

  private static void show(Session session, List<JsonNode> stages) {
    Language language = session.language();
    session.table(
        new Table<JsonNode>()
            .text("阶段", "stage", each -> Text.of(each.path("name"), language))
            .number("已完成", "ended", each -> each.path("count").asString(""))
            .number("进行中", "open", each -> each.path("open").asString(""))
            .text("规定(工作日)", "promised (working days)", each -> promised(each, language))
            .text("实际(工作日)", "real (working days)", each -> days(each, "workingDays", language))
            .text("实际(日历日)", "real (calendar days)", each -> days(each, "calendarDays", language)),
        stages);
    session.hint("实际：平均 / 中位 / 九成不超过", "Real: mean / median / 90th percentile");
  }

  private static String promised(JsonNode stage, Language language) {
    JsonNode promise = stage.path("promisedWorkingDays");
    if (promise.isMissingNode()) {
      return Text.of(stage.path("noPromise"), language);
    }
    String least = promise.path("least").asString();
    String most = promise.path("most").asString();
    return least.equals(most) ? least : least + " – " + most;
  }

  /** Days, or why there are none. */
  private static String days(JsonNode stage, String member, Language language) {
    JsonNode days = stage.path(member);
    if (days.isMissingNode()) {
      JsonNode why = stage.has("noDays") ? stage.path("noDays") : stage.path("noWorkingDays");
      return Text.of(why, language);
    }
    return days.path("mean").asString()
        + " / "
        + days.path("median").asString()
        + " / "
        + days.path("ninetieth").asString();
  }
}
