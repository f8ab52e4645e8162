// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.offset.BaseOptions;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.value.MarketId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a purchase would cost, and what of it a market would take for compliance; needs no key, and
 * signs nothing.
 */
@Command(
    name = "quote",
    description = {
      "询价：含手续费的最低成本；可一并预检能否用于某市场的履约。不签署任何指令。",
      "What so many tonnes would cost with all fees, and what of them a market would take for"
          + " compliance; nothing is signed."
    },
    footer = {
      "  grassland market quote 500 --max-price 96.00 --region 150000",
      "  grassland market quote 20 --asset CNY-TRAINING --market CN-EXAMPLE --year 2025 --key my-key.json",
      "  grassland market quote 20 --market CN-11 --year 2025 --confirmed-emissions 1000000"
    })
final class MarketQuote extends RegistryCommand {
  @Mixin private Wish wish;

  @Option(
      names = "--market",
      paramLabel = "MARKET",
      description = {
        "拟用于履约的市场，如 CN-11；与 --year 一并填写。",
        "The market for which they are meant, e.g. CN-11; goes with --year."
      })
  private String market;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = {"履约年度。", "The compliance year."})
  private Integer year;

  @Mixin private BaseOptions bases;

  @Override
  protected void perform(Session session) {
    ObjectNode wanted = wish.wanted();
    Map<String, String> typed = bases.typed();
    if ((market == null) != (year == null) || market == null && !typed.isEmpty()) {
      throw new UsageException("--market 与 --year 须一并填写。", "--market and --year go together.");
    }
    if (market != null) {
      MarketId where = Named.read(market, MarketId.class, "--market");
      wanted.set("compliance", Codec.tree(new Compliance(where, year)));
    }
    if (!typed.isEmpty()) {
      ObjectNode tonnes = wanted.putObject("bases");
      typed.forEach((name, text) -> tonnes.put(name, Named.tonnes(text, name).value()));
    }
    // What is recorded of somebody is for its own eyes; prices are for everybody's.
    boolean asItself = market != null && session.keyFile().isPresent();
    JsonNode quote =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    asItself
                        ? session.privateReads().quote(wanted)
                        : session.publicReads().quote(wanted));
    if (session.isForPrograms()) {
      session.document(quote);
    } else {
      Quote.show(session, quote);
    }
  }
}
