// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.Stage;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/** Plays stories on a test's ledger, and can hold it to every refusal that they tell. */
public final class LedgerStage implements Stage {
  /** Longer than any publicity. */
  private static final Duration PUBLICITY = Duration.ofDays(40);

  private final TestLedger ledger;
  private final boolean refusing;
  private final Map<Part, ParticipantId> cast = new EnumMap<>(Part.class);
  private int keys;
  private int refusals;

  /**
   * The ledger's founders, and newcomers for all other parts.
   *
   * @param refusing whether what must be refused is played
   */
  public LedgerStage(TestLedger ledger, boolean refusing) {
    this.ledger = ledger;
    this.refusing = refusing;
    cast.put(Part.AUTHORITY, ledger.the(Role.AUTHORITY));
    cast.put(Part.OFFICE, ledger.the(Role.OFFICE));
  }

  /** Lets a participant that has been admitted play a part. */
  public LedgerStage with(Part part, ParticipantId participant) {
    cast.put(part, participant);
    return this;
  }

  @Override
  public ParticipantId id(Part part) {
    return cast.computeIfAbsent(
        part,
        newcomer -> {
          ParticipantId id = ledger.newId();
          ledger.signWith(id, Signer.seeded(1_000_000L + ++keys));
          return id;
        });
  }

  @Override
  public Jwk key(Part part) {
    return ledger.signer(id(part)).jwk();
  }

  @Override
  public Played does(Part part, String zh, String en, Action action) {
    return played(ledger.apply(id(part), action));
  }

  private Played played(InstructionId id) {
    return new Played(id, ledger.journal(id).references());
  }

  @Override
  public Optional<Played> tries(Part part, String zh, String en, Action action, ErrorCode code) {
    InstructionId id = TestLedger.newInstruction();
    String outcome = outcome(id, part, action);
    assertThat(outcome).as(en).isIn(Verdict.APPLIED, code.name());
    return outcome.equals(Verdict.APPLIED) ? Optional.of(played(id)) : Optional.empty();
  }

  @Override
  public void refused(Part part, String zh, String en, Action action, ErrorCode... codes) {
    if (refusing) {
      assertThat(outcome(TestLedger.newInstruction(), part, action))
          .as(en)
          .isIn(Stream.of(codes).map(ErrorCode::name).toList());
      refusals++;
    }
  }

  private String outcome(InstructionId id, Part part, Action action) {
    return ledger.submit(ledger.sign(id, id(part), action)).get(0).code();
  }

  /** How many refusals have been told. */
  public int refusals() {
    return refusals;
  }

  @Override
  public void publicityEnds() {
    ledger.advance(PUBLICITY);
  }
}
