// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.registry.StateAttestation;
import org.grasslandcarbon.domain.registry.StateAttestation.Attested;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** Credits that were bought and retired in one go, as their buyer's signature has it. */
class HoldersWordTest {
  private final TestMarket market = new TestMarket();
  private final ParticipantId buyer = market.trader(100_000_000);
  private final InstructionId id = TestLedger.newInstruction();
  private final TakeListings taken = market.takeAndRetire(10, TestMarket.BASE);

  HoldersWordTest() {
    market.ledger.apply(market.owner, market.sell(10, TestMarket.BASE));
    assertThat(market.ledger.submit(market.ledger.sign(id, buyer, taken)))
        .extracting("code")
        .containsExactly("APPLIED");
  }

  private RetirementFacts facts() {
    return facts(id);
  }

  private RetirementFacts facts(InstructionId id) {
    KeyId kid = market.ledger.signer(buyer).kid();
    List<Retirement> parts = new ArrayList<>();
    for (int part = 1; market.ledger.find(RetirementFacts.part(id, part)).isPresent(); part++) {
      parts.add(market.ledger.find(RetirementFacts.part(id, part)).get());
    }
    List<InstructionId> projects =
        parts.stream()
            .map(each -> market.ledger.find(Batch.key(each.batch())).orElseThrow().project())
            .toList();
    List<String> keys = RetirementFacts.keys(parts, projects, kid);
    return RetirementFacts.of(
        id,
        kid,
        List.of(Codec.read(StateAttestation.of(keys, market.ledger.store()), Attested[].class)));
  }

  private SignedInstruction signed(TakeListings said) {
    return signed(id, said);
  }

  private SignedInstruction signed(InstructionId id, TakeListings said) {
    return SignedInstruction.parse(market.ledger.sign(id, buyer, said));
  }

  @Test
  void what_is_bought_and_retired_in_one_go_is_the_buyers_word() {
    HoldersWord.require(signed(taken), facts());
    assertThat(facts().first().holder()).isEqualTo(buyer);
  }

  @Test
  void what_is_bought_of_several_batches_and_retired_has_one_number() {
    ParticipantId other = market.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    BatchId second = market.issue(other, 100);
    market.ledger.apply(market.owner, market.sell(10, TestMarket.BASE));
    market.ledger.apply(
        other,
        new PlaceListing(
            Optional.of(second),
            market.instrument,
            Fen.of(TestMarket.BASE),
            Tonnes.of(10),
            Side.SELL));
    TakeListings both = Edited.with(taken, "/quantity", "15");
    InstructionId retired = market.ledger.apply(buyer, both);
    RetirementFacts facts = facts(retired);
    HoldersWord.require(signed(retired, both), facts);
    assertThat(facts.retirements())
        .extracting(Retirement::batch)
        .containsExactly(market.batch, second);
    assertThat(facts.retirements())
        .extracting(Retirement::certificateNumber)
        .containsOnly(facts.first().certificateNumber());
  }

  @Test
  void what_is_bought_and_retired_for_compliance_is_the_buyers_word_for_that_market_and_year() {
    MarketId place = new MarketId("CN-15");
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY),
        Edited.with(
            Edited.with(PublishedOffsets.example(), "/market", "\"CN-15\""),
            "/status",
            "\"IN_FORCE\""));
    market.ledger.apply(
        market.ledger.the(Role.AUTHORITY),
        new RecordObligation(
            new OffsetBases(Optional.of(Tonnes.of(1_000)), Optional.empty(), Optional.empty()),
            Sha256.of("decision"),
            buyer,
            place,
            2025));
    TakeListings forMarket =
        Edited.with(
            Edited.with(
                Edited.with(taken, "/retire/beneficiary/code", "\"" + buyer + "\""),
                "/retire/purpose",
                "\"COMPLIANCE\""),
            "/retire/compliance",
            "{\"market\":\"CN-15\",\"year\":2025}");
    market.ledger.apply(market.owner, market.sell(10, TestMarket.BASE));
    InstructionId surrendered = market.ledger.apply(buyer, forMarket);
    RetirementFacts facts = facts(surrendered);
    HoldersWord.require(signed(surrendered, forMarket), facts);
    SignedInstruction otherYear =
        signed(surrendered, Edited.with(forMarket, "/retire/compliance/year", "2024"));
    assertThatThrownBy(() -> HoldersWord.require(otherYear, facts))
        .isInstanceOfSatisfying(
            RegistryException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED));
  }

  @Test
  void a_taking_that_says_something_else_is_not() {
    for (TakeListings other :
        List.of(
            Edited.with(taken, "/quantity", "9"),
            Edited.with(taken, "/retire/statement", "\"other\""),
            market.takeSells(10, TestMarket.BASE))) {
      assertThatThrownBy(() -> HoldersWord.require(signed(other), facts()))
          .isInstanceOfSatisfying(
              RegistryException.class,
              refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED));
    }
  }
}
