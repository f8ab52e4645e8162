// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.List;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.RegionCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody would like to buy, as a quote is asked for it. */
final class Wish {
  @Parameters(
      paramLabel = "TONNES",
      description = {"数量（吨）。", "How many tonnes."})
  private String quantity;

  @Option(
      names = "--max-price",
      paramLabel = "YUAN",
      description = {"每吨最高价（元，不含手续费）。", "The most for a tonne in yuan, fees apart."})
  private String maxPrice;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = {"项目所在区划（含下级）。", "Of projects in a division, with those in it."})
  private String region;

  @Option(
      names = "--vintage",
      paramLabel = "YEAR",
      split = ",",
      description = {"年份，可多个。", "Of these years; several with commas between."})
  private List<Integer> vintages = List.of();

  @Option(
      names = "--methodology",
      paramLabel = "ID",
      description = {"方法学编号，如 GCS-T1。", "Of a methodology's projects, e.g. GCS-T1."})
  private String methodology;

  @Option(
      names = "--asset",
      paramLabel = "ASSET",
      defaultValue = "CNY",
      description = {
        "资金种类；练习用为 CNY-TRAINING。",
        "The money; CNY-TRAINING for practice. Default: ${DEFAULT-VALUE}"
      })
  private String asset;

  /** The question. */
  ObjectNode wanted() {
    ObjectNode wanted = JsonNodeFactory.instance.objectNode();
    wanted.put("tonnes", Named.tonnes(quantity, "TONNES").value());
    wanted.put("asset", Named.read(asset, Asset.class, "--asset").value());
    if (maxPrice != null) {
      wanted.put("maxPrice", Named.fen(maxPrice, "--max-price"));
    }
    if (region != null) {
      wanted.put("region", Named.read(region, RegionCode.class, "--region").value());
    }
    if (methodology != null) {
      wanted.put("methodology", methodology);
    }
    if (!vintages.isEmpty()) {
      wanted.set("vintages", Codec.tree(vintages));
    }
    return wanted;
  }
}
