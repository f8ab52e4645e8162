// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.coordination;

import static org.grasslandcarbon.cli.coordination.SourcedNumbers.text;

import java.math.BigDecimal;
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
import org.grasslandcarbon.cli.console.Yuan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * What grassland carbon brings and costs a region in a year: anybody may ask, and whoever shows a
 * key is told what its holder may see of fees and forwards.
 */
@Command(
    name = "economy",
    description = {
      "地区碳汇经济：成交、费用与分成、远期、补偿、成本、每亩净收益与保本价；有密钥则包括签名者可查看的数值。",
      "What grassland carbon brings and costs a region in a year: trades, fees, forwards, compensation, net a mu; with a"
          + " key also what its holder may see."
    },
    footer = {
      "  grassland coordination economy --region 150000 --year 2025",
      "  grassland coordination economy --region 152221 --year 2025 --key office.json --csv economy.csv"
    })
public final class CoordinationEconomy extends RegistryCommand {
  private static final String FEN = "fen";

  @Option(
      names = "--region",
      paramLabel = "CODE",
      required = true,
      description = {"省、市或县级行政区划。", "The province, or a division in one."})
  private String region;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      required = true,
      description = {"年度。", "The calendar year."})
  private String year;

  @Option(
      names = "--practice",
      description = {"仅供练习的，代替正式的。", "What is for practice, instead of what is real."})
  private boolean practice;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = {"存为 CSV 文件（- 为标准输出）。", "Saves it as a CSV file (- is standard output)."})
  private Path csv;

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("region", region);
    asked.put("year", year);
    if (practice) {
      asked.put("practice", "true");
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
                          ? session.privateReads().regionEconomyAsCsv(asked)
                          : session.publicReads().regionEconomyAsCsv(asked)));
      return;
    }
    JsonNode economy =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    hasKey
                        ? session.privateReads().regionEconomy(asked)
                        : session.publicReads().regionEconomy(asked));
    if (session.isForPrograms()) {
      session.document(economy);
      return;
    }
    show(session, economy.path("figures").valueStream().toList());
  }

  private static boolean isOfFen(JsonNode figure) {
    return text(figure, "/unit").startsWith(FEN);
  }

  /** Money as people read it; a quotient has parts of fen. */
  private static String value(JsonNode figure) {
    String value = text(figure, "/value");
    if (value.isEmpty() || !isOfFen(figure)) {
      return value;
    }
    return Yuan.text(new BigDecimal(value));
  }

  private static String unit(JsonNode figure, Language language) {
    String unit = text(figure, "/unit");
    return isOfFen(figure) ? language.of("元", "yuan") + unit.substring(FEN.length()) : unit;
  }

  private static void show(Session session, List<JsonNode> figures) {
    Language language = session.language();
    session.table(
        new Table<JsonNode>()
            .text("指标", "measure", each -> Text.of(each.path("name"), language))
            .number("数值", "value", CoordinationEconomy::value)
            .text("单位", "unit", each -> unit(each, language))
            .text("无数值的原因", "no number because", each -> text(each, "/reason"))
            .number("来源数", "records", each -> text(each, "/fromCount")),
        figures);
    if (figures.stream().noneMatch(each -> text(each, "/reason").equals("WITHHELD"))) {
      return;
    }
    if (session.keyFile().isPresent()) {
      session.hint(
          "WITHHELD：签名者无权查看相应记录；由国家主管部门、交易机构、法院或审计方查看。",
          "WITHHELD: the records are not for the signer; the authority, exchanges, courts and auditors see them.");
    } else {
      session.hint(
          "WITHHELD：仅向有权查看相应记录的主体显示；请用 --key 提供密钥。",
          "WITHHELD: told to those who may see the records; show a key with --key.");
    }
  }
}
