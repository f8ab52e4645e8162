// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * What a market would take of credits: by what is recorded of who has a key, or by what is typed.
 */
@Command(
    name = "check",
    description = {
      "预检：某市场某年度还可用多少、哪些减排量可用、为何不可用。不提交任何内容。",
      "What a market would take of credits in a year, and why not; nothing is submitted. With a key by what is recorded,"
          + " without one by what is typed."
    },
    footer = {
      "  grassland offset check --market CN-11 --year 2025 --confirmed-emissions 1000000"
          + " CCER:FORESTRY:130800:2023:30000",
      "  grassland offset check --market CN-EXAMPLE --year 2025 --held --key my-key.json"
    })
public final class OffsetCheck extends RegistryCommand {
  @Option(
      names = "--market",
      required = true,
      paramLabel = "MARKET",
      description = {"市场，如 CN-11。", "The market, e.g. CN-11."})
  private String market;

  @Option(
      names = "--year",
      required = true,
      paramLabel = "YEAR",
      description = {"履约年度。", "The compliance year."})
  private String year;

  @Option(
      names = "--enterprise",
      paramLabel = "CODE",
      description = {"企业代码；默认签署密钥的主体。", "The enterprise; by default whose key it is."})
  private String enterprise;

  @Mixin private BaseOptions bases;

  @Option(
      names = "--held",
      description = {
        "本企业可自由支配的全部减排量，最早年份在先；须有密钥。",
        "All that the enterprise has at its disposal, the oldest vintages first; needs a key."
      })
  private boolean held;

  @Parameters(
      arity = "0..*",
      paramLabel = "CREDITS",
      description = {
        "批次:吨数、标的:吨数，或 种类:项目类型:地区:年份:吨数；不填则只显示各上限。",
        "BATCH:TONNES, INSTRUMENT:TONNES or KIND:PROJECTTYPE:REGION:YEAR:TONNES; none for how the"
            + " caps stand."
      })
  private List<String> credits = List.of();

  @Override
  protected void perform(Session session) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("market", market);
    asked.put("year", year);
    if (enterprise != null) {
      asked.put("enterprise", enterprise);
    }
    asked.putAll(bases.typed());
    if (held) {
      asked.put("held", "true");
    }
    if (!credits.isEmpty()) {
      asked.put("credits", String.join(",", credits));
    }
    // Who asks for what is held and has given no key is told how one is given.
    boolean hasKey = held || session.keyFile().isPresent();
    JsonNode answer =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    hasKey
                        ? session.privateReads().checkOffsets(asked)
                        : session.publicReads().checkOffsets(asked));
    if (session.isForPrograms()) {
      session.document(answer);
      return;
    }
    OffsetAnswer.show(session, answer);
  }
}
