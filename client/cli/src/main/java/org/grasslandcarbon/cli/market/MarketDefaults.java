// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.WholeList;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.SettlementViews;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What need not be said because only one thing can be meant: the instrument where one is traded,
 * the batch of which one is held. Where there are several they are named, and nothing is guessed.
 */
public final class MarketDefaults {
  /** As many as a person chooses from. */
  private static final int NAMED_MOST = 10;

  private MarketDefaults() {}

  /** The instrument: that of the batch, or the only one that is traded. */
  public static JsonNode instrument(ObjectNode arguments, Session session) {
    if (arguments.path("batch").isString()) {
      return text(InstrumentId.of(new BatchId(arguments.path("batch").asString())).value());
    }
    List<String> found =
        WholeList.of(session.publicReads(), MarketViews.INSTRUMENTS).stream()
            .map(each -> each.path("instrument").asString(""))
            .toList();
    return text(only(found, "INSTRUMENT", "交易标的", "instruments are traded"));
  }

  /** The only batch of the instrument that the signer has. */
  public static JsonNode batch(ObjectNode arguments, Session session) {
    String instrument = arguments.path("instrument").asString("");
    if (instrument.isEmpty()) {
      return MissingNode.getInstance();
    }
    List<String> found = new ArrayList<>();
    Reads reads = session.privateReads();
    for (JsonNode holding : WholeList.of(reads, CreditViews.HOLDINGS)) {
      String batch = holding.path("batch").asString("");
      if (InstrumentId.of(new BatchId(batch)).value().equals(instrument)) {
        found.add(batch);
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "签名者没有 " + instrument + " 的减排量；grassland holding list 列出其持有。",
          "The signer has no credits of "
              + instrument
              + ": grassland holding list shows what it has.");
    }
    return text(only(found, "--batch", "批次", "batches of it are held"));
  }

  /** The batch of a sale; a purchase has none. */
  public static JsonNode batchOfSale(ObjectNode arguments, Session session) {
    return arguments.path("side").asString("").equals("SELL")
        ? batch(arguments, session)
        : MissingNode.getInstance();
  }

  /** The only bank at which the signer has money of the asset. */
  public static JsonNode bank(ObjectNode arguments, Session session) {
    String asset = arguments.path("asset").asString("");
    List<String> found =
        WholeList.of(session.privateReads(), SettlementViews.CASH).stream()
            .filter(account -> account.path("asset").asString("").equals(asset))
            .map(account -> account.path("bank").asString(""))
            .toList();
    if (found.isEmpty()) {
      throw new UsageException(
          "签名者没有 " + asset + " 账户；grassland cash balance 列出其资金。",
          "The signer has no account in " + asset + ": grassland cash balance shows its money.");
    }
    return text(only(found, "--bank", "结算银行", "banks have some of it"));
  }

  /** A text for an argument. */
  public static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }

  /** The only one of some; where there is none, or more than one, somebody has to say which. */
  public static String only(List<String> found, String argument, String zh, String en) {
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "没有" + zh + "；请写明 " + argument + "。", "No " + en + ": say which, " + argument + ".");
    }
    String named = String.join(", ", found.subList(0, Math.min(NAMED_MOST, found.size())));
    String more = found.size() > NAMED_MOST ? ", …" : "";
    throw new UsageException(
        "请写明 " + argument + "：" + zh + "共 " + found.size() + " 个" + "：" + named + more,
        "Say which, " + argument + ": " + found.size() + " " + en + ": " + named + more);
  }
}
