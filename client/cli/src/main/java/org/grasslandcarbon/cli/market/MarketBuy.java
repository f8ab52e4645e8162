// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.cli.Confirmation;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.SignedBefore;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.cli.noun.MemberOptions;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.credit.CreditUse;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Tonnes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Buys so many tonnes wherever they are cheapest with all fees: asks the gateway what there is,
 * shows what would be taken at which cost, asks, and signs a taking an instrument. Each has the
 * limit that was shown, so that nothing is bought dearer, whatever happens meanwhile.
 */
@Command(
    name = "buy",
    description = {
      "按含手续费的最低成本买入：询价、列出将摘取的挂牌与总成本，确认后签署并发送。",
      "Buys where it is cheapest with all fees: shows what would be taken and the cost of all, asks,"
          + " signs and sends."
    },
    footer = {
      "  grassland market buy 500 --max-price 96.00 --region 150000 --key my-key.json",
      "  grassland market buy 20 --asset CNY-TRAINING --yes --key my-key.json",
      "  grassland market buy 20 --retire --retire-purpose VOLUNTARY \\",
      "    --retire-reason CORPORATE_INVENTORY --retire-beneficiary-name-zh 示例企业 \\",
      "    --retire-beneficiary-name-en 'Example company' \\",
      "    --retire-statement '2025 年度自愿抵销' --key my-key.json"
    })
final class MarketBuy extends RegistryCommand {
  /** Prices that were looked at are soon old, and a taking that comes late is not wanted. */
  private static final String VALID_MINUTES = "5";

  private static final int VALID_MINUTES_MOST = 1440;

  @Mixin private Wish wish;

  @Option(
      names = "--part",
      description = {"数量不足时，有多少买多少。", "Buys what there is when it is less than wanted."})
  private boolean part;

  @Option(
      names = "--retire",
      description = {
        "买入后随即注销，不可撤回；用途由 --retire-* 各项填写。",
        "Retires what is bought at once, for good; the options --retire-... say what it is for."
      })
  private boolean retire;

  @Option(
      names = "--yes",
      description = {"不再询问，直接签署。", "Signs without asking."})
  private boolean yes;

  @Option(
      names = "--valid-for",
      paramLabel = "MINUTES",
      defaultValue = VALID_MINUTES,
      description = {
        "指令有效分钟数，最多 1440。",
        "Minutes for which the ledger may apply them, at most 1440. Default: ${DEFAULT-VALUE}"
      })
  private int validForMinutes;

  @Option(
      names = "--again",
      description = {
        "发件箱中已有同类指令尚无结果时，仍再签一份。",
        "Signs although one of the kind waits in the outbox without an outcome."
      })
  private boolean again;

  /** What credits are used for is said as it is said of a taking by hand. */
  private final MemberOptions use = MemberOptions.of(TakeListings.class, "retire");

  /** The command, with the options that are made from the action's record. */
  static CommandSpec spec() {
    MarketBuy command = new MarketBuy();
    CommandSpec spec = CommandSpec.forAnnotatedObject(command);
    command.use.addTo(spec);
    return spec;
  }

  @Override
  protected void perform(Session session) {
    ObjectNode wanted = wish.wanted();
    Optional<CreditUse> retirement = retirement(session);
    Optional<Compliance> compliance = retirement.flatMap(CreditUse::compliance);
    compliance.ifPresent(each -> wanted.set("compliance", Codec.tree(each)));
    if (validForMinutes < 1 || validForMinutes > VALID_MINUTES_MOST) {
      throw new UsageException("--valid-for 为 1 至 1440 分钟。", "--valid-for is 1 to 1440 minutes.");
    }
    // Before anything is shown: whoever cannot sign is told so first.
    InstructionSigner signer = session.signer();
    JsonNode quote =
        session
            .progress()
            .during(
                calledAs(),
                () ->
                    compliance.isPresent()
                        ? session.privateReads(signer).quote(wanted)
                        : session.publicReads().quote(wanted));
    List<JsonNode> takings = quote.path("takings").valueStream().toList();
    long found = quote.path("found").asLong();
    long tonnes = quote.path("tonnes").asLong();
    if (!session.isForPrograms()) {
      Quote.show(session, quote);
    }
    requireSome(found, tonnes);
    if (compliance.isPresent()) {
      requireUsable(quote, found);
    }
    String cost = Yuan.text(quote.path("cost").asLong());
    String some = Text.grouped(found);
    boolean isRetired = retirement.isPresent();
    if (!Confirmation.given(
        session,
        yes,
        "买入 " + some + " 吨，含手续费至多 " + cost + " 元" + (isRetired ? "，并随即注销（不可撤回）？" : "？"),
        "Buy "
            + some
            + " t for at most "
            + cost
            + " yuan, fees included"
            + (isRetired ? ", and retire them at once, for good?" : "?"))) {
      throw new NotDone("未签署任何指令。", "Nothing was signed.");
    }
    new TakingsSent(session, signer.participant())
        .send(signed(session, signer, takings, retirement), quote);
  }

  private Optional<CreditUse> retirement(Session session) {
    try {
      return use.given(session, retire)
          .map(given -> Codec.convert(given, CreditUse.class, "retire"));
    } catch (RegistryException e) {
      throw new UsageException(
          "注销用途有误：" + e.zh(), "What it is retired for is not right: " + e.en());
    }
  }

  /**
   * Each taking is retired whole or not at all, so that the ledger would refuse what is not usable.
   */
  private static void requireUsable(JsonNode quote, long found) {
    long usable = quote.at("/eligibility/usableTonnes").asLong();
    if (usable < found) {
      throw new NotDone(
          found + " 吨中只有 " + usable + " 吨可用于履约，未签署任何指令；请减少数量，或改买其他减排量。",
          "Of "
              + found
              + " t only "
              + usable
              + " t can be used for compliance, and nothing was signed: ask for less, or for other"
              + " credits.");
    }
  }

  private void requireSome(long found, long tonnes) {
    if (found == 0) {
      throw new NotDone(
          "没有符合条件的卖出挂牌，未签署任何指令；grassland market board 列出行情。",
          "Nothing that fits is listed to sell, and nothing was signed: grassland market board shows"
              + " the market.");
    }
    if (found < tonnes && !part) {
      throw new NotDone(
          "只有 " + found + " 吨符合条件，未签署任何指令；有多少买多少请加 --part。",
          "Only " + found + " t fit, and nothing was signed: add --part to buy what there is.");
    }
  }

  private List<InstructionText> signed(
      Session session,
      InstructionSigner signer,
      List<JsonNode> takings,
      Optional<CreditUse> retirement) {
    List<InstructionText> texts = new ArrayList<>();
    SignedBefore before = new SignedBefore(session, again);
    for (JsonNode taking : takings) {
      TakeListings args =
          new TakeListings(
              false,
              Optional.empty(),
              new InstrumentId(taking.path("instrument").asString("")),
              Fen.of(taking.path("limit").asLong()),
              Tonnes.of(taking.path("tonnes").asLong()),
              retirement,
              Side.BUY);
      InstructionId id = InstructionSigner.newId();
      if (texts.isEmpty()) {
        before.ask(signer.participant(), TakeListings.TYPE.name(), id, Codec.tree(args));
      }
      texts.add(signer.sign(id, args, Duration.ofMinutes(validForMinutes)));
    }
    return texts;
  }
}
