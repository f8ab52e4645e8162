// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.ForwardMarket;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random offers, acceptances, issuances, deliveries and defaults come to what a naive computation
 * says, and nothing is lost after any of them. A seed and the number of acts can be given: {@code
 * -Dgrassland.seed=7 -Dgrassland.acts=1000}.
 */
class ForwardPropertyTest {
  private static final int ACTS = Integer.getInteger("grassland.acts", 160);
  private static final int BUYERS = 3;
  private static final long MONEY = 12_000_000;

  private ForwardMarket market;
  private Random random;
  private final NaiveForwards naive = new NaiveForwards();
  private final List<ParticipantId> buyers = new ArrayList<>();
  private final Map<String, Integer> seen = new TreeMap<>();

  static LongStream seeds() {
    Long chosen = Long.getLong("grassland.seed");
    return chosen == null ? LongStream.of(1, 2, 3) : LongStream.of(chosen);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void forwards_come_to_what_a_naive_computation_says_and_nothing_is_lost(long seed) {
    random = new Random(seed);
    market = new ForwardMarket(TestMarket.terms("/turnaroundDays", "0"), 12);
    naive.sellers = ForwardMarket.OWNERS;
    for (int i = 0; i < BUYERS; i++) {
      ParticipantId buyer = market.trader(MONEY);
      buyers.add(buyer);
      naive.money.put(buyer, MONEY);
      naive.tonnes.put(buyer, 0L);
    }
    for (int i = 0; i < ACTS; i++) {
      act();
      compare("seed " + seed + ", act " + i);
    }
    endAll();
    compare("seed " + seed + ", at the end");
    assertThat(market.ledger.records(ForwardPledge.TYPE))
        .allSatisfy(pledge -> assertThat(pledge.cash()).isEqualTo(Fen.ZERO));
    assertThat(market.sales().open()).isEmpty();
    assertThat(seen)
        .as("seed %s", seed)
        .containsKeys(
            "offer APPLIED",
            "accept APPLIED",
            "back APPLIED",
            "deliver APPLIED",
            "deliver NOTHING_TO_DELIVER",
            "end APPLIED",
            "end FORWARD_NOT_OVER",
            "issue APPLIED");
  }

  private void act() {
    switch (random.nextInt(10)) {
      case 0, 1 -> offer();
      case 2, 3 -> accept();
      case 4 -> giveBack();
      case 5 -> issue();
      case 6, 7 -> deliver();
      case 8 -> end();
      default -> {
        market.ledger.advance(Duration.ofDays(random.nextInt(4)));
        market.nextDay();
      }
    }
  }

  private String submit(InstructionId id, ParticipantId who, Action action) {
    Verdict verdict = market.ledger.submit(market.ledger.sign(id, who, action)).get(0);
    market.requireWhole();
    return verdict.code();
  }

  private String note(String what, String code) {
    seen.merge(what + " " + code, 1, Integer::sum);
    return code;
  }

  private void offer() {
    ParticipantId buyer = any(buyers);
    Side side = random.nextBoolean() ? Side.SELL : Side.BUY;
    OfferForward offer =
        new OfferForward(
            side == Side.SELL ? buyer : market.owner,
            market.today().plusDays(6L + random.nextInt(15)),
            market.instrument,
            100 + random.nextInt(401),
            Fen.of(9_000 + random.nextInt(2_000)),
            Tonnes.of(1 + random.nextInt(400)),
            side,
            market.ledger.time().plus(Duration.ofHours(1L + random.nextInt(100))));
    InstructionId id = TestLedger.newInstruction();
    NaiveForwards.Contract made =
        new NaiveForwards.Contract(
            buyer, offer, BeijingTime.start(offer.deliveryDay().plusDays(6)));
    boolean isCovered = made.offeredBySeller || naive.money.get(buyer) >= made.part;
    String code = note("offer", submit(id, made.offeredBySeller ? market.owner : buyer, offer));
    if (code.equals("APPLIED")) {
      assertThat(isCovered).isTrue();
      naive.offer(id, made);
    } else {
      assertThat(code)
          .isIn("INSUFFICIENT_CASH", "TOO_MANY_FORWARDS", "TOO_MANY_ORDERS", "HOLDING_LIMIT");
      assertThat(isCovered && code.equals("INSUFFICIENT_CASH")).isFalse();
    }
  }

  private void accept() {
    one("OPEN", "accept", this::accept);
  }

  private void accept(InstructionId id) {
    NaiveForwards.Contract of = naive.contracts.get(id);
    ParticipantId who = of.offeredBySeller ? of.buyer : market.owner;
    boolean isOver = market.ledger.time().isAfter(of.until);
    String code = note("accept", submit(TestLedger.newInstruction(), who, new AcceptForward(id)));
    if (code.equals("APPLIED")) {
      naive.accept(id);
    } else if (isOver) {
      assertThat(code).isEqualTo("OFFER_OVER");
    } else {
      assertThat(code).isIn("INSUFFICIENT_CASH", "TOO_MANY_FORWARDS", "HOLDING_LIMIT");
    }
  }

  private void giveBack() {
    one(
        "OPEN",
        "back",
        id -> {
          NaiveForwards.Contract of = naive.contracts.get(id);
          ParticipantId maker = of.offeredBySeller ? market.owner : of.buyer;
          ParticipantId other = of.offeredBySeller ? of.buyer : market.owner;
          boolean declines = random.nextBoolean();
          String code =
              declines
                  ? submit(TestLedger.newInstruction(), other, new DeclineForward(id))
                  : submit(TestLedger.newInstruction(), maker, new WithdrawForward(id));
          assertThat(note("back", code)).isEqualTo("APPLIED");
          naive.giveBack(id, declines ? "DECLINED" : "WITHDRAWN");
        });
  }

  private void issue() {
    if (market.waiting() > 0) {
      naive.issue(market.ownersPart(market.issue()), market.today());
      note("issue", "APPLIED");
    }
  }

  private void deliver() {
    one(
        "ACCEPTED",
        "deliver",
        id -> {
          NaiveForwards.Contract of = naive.contracts.get(id);
          String expected =
              market.ledger.time().isAfter(of.payUntil)
                  ? "FORWARD_OVER"
                  : of.setAside == of.delivered
                      ? "NOTHING_TO_DELIVER"
                      : NaiveForwards.due(of) > naive.money.get(of.buyer)
                          ? "INSUFFICIENT_CASH"
                          : "APPLIED";
          String code = submit(TestLedger.newInstruction(), of.buyer, new DeliverForward(id));
          assertThat(note("deliver", code)).isEqualTo(expected);
          if (code.equals("APPLIED")) {
            naive.deliver(id);
          }
        });
  }

  private void end() {
    one("ACCEPTED", "end", this::end);
  }

  private void end(InstructionId id) {
    NaiveForwards.Contract of = naive.contracts.get(id);
    boolean isOver = market.ledger.time().isAfter(of.payUntil);
    int how = random.nextInt(3);
    Action action = how == 0 ? new ReleaseForward(id) : new DefaultForward(id);
    ParticipantId who = how == 0 ? market.bank : how == 1 ? of.buyer : market.owner;
    String code = submit(TestLedger.newInstruction(), who, action);
    assertThat(note("end", code)).isEqualTo(isOver ? "APPLIED" : "FORWARD_NOT_OVER");
    if (isOver) {
      naive.endUnfulfilled(id);
    }
  }

  /** Time passes all last instants, and somebody releases whatever is left. */
  private void endAll() {
    market.ledger.advance(Duration.ofDays(60));
    while (naive.contracts.values().stream().anyMatch(of -> of.state.equals("OPEN"))) {
      one(
          "OPEN",
          "release",
          id -> {
            market.apply(market.bank, new ReleaseForward(id));
            naive.giveBack(id, "RELEASED");
          });
    }
    while (naive.contracts.values().stream().anyMatch(of -> of.state.equals("ACCEPTED"))) {
      end();
    }
  }

  private void one(String state, String what, Consumer<InstructionId> act) {
    List<InstructionId> some =
        naive.contracts.entrySet().stream()
            .filter(each -> each.getValue().state.equals(state))
            .map(Map.Entry::getKey)
            .toList();
    if (some.isEmpty()) {
      note(what, "none");
    } else {
      act.accept(any(some));
    }
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void compare(String when) {
    for (ParticipantId buyer : buyers) {
      assertThat(market.cash(buyer)).as(when).isEqualTo(naive.money.get(buyer));
      assertThat(market.held(buyer)).as(when).isEqualTo(naive.tonnes.get(buyer));
    }
    assertThat(market.cash(market.owner) + market.owed()).as(when).isEqualTo(naive.sellers);
    assertThat(market.held(market.owner)).as(when).isEqualTo(naive.sellersTonnes);
    naive.contracts.forEach(
        (id, of) -> {
          Forward forward = market.forward(id);
          assertThat(forward.state().name()).as(when).isEqualTo(of.state);
          assertThat(forward.delivered().value()).as(when).isEqualTo(of.delivered);
        });
  }
}
