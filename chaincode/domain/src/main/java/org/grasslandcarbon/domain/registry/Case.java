// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.error.RegistryException.require;
import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.ledger.StoreFailure;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * One instruction of a batch on its way through the common checks to its rule.
 *
 * <p>The steps are called in the order in which they stand here; those that are pure ({@link
 * #open}, {@link #verifySignature}) may run in parallel with other cases.
 */
final class Case {
  /** The furthest that {@code notAfter} may lie ahead: bounds how long a lost instruction lives. */
  static final Duration NOT_AFTER_MOST = Duration.ofHours(24);

  private final byte[] jws;
  private final DefectLog defects;
  private SignedInstruction signed;
  private Catalogue.ReadAction read;
  private boolean signatureIsValid;
  private RegistryException unreadable;
  private RegistryException refusal;
  private Verdict verdict;

  Case(byte[] jws, DefectLog defects) {
    this.jws = jws;
    this.defects = defects;
  }

  /** Reads the instruction; remembers why it cannot be read. */
  void open() {
    try {
      signed = SignedInstruction.parse(jws);
      read = Catalogue.read(signed.instruction());
    } catch (RegistryException refusal) {
      unreadable = refusal;
    } catch (RuntimeException defect) {
      unreadable = internal(zh("读取该指令").en("the reading of this instruction"), defect);
    }
  }

  /** What the common checks and the arguments name. */
  List<Key<?>> named() {
    if (unreadable != null) {
      return List.of();
    }
    SignedInstruction.Payload payload = signed.instruction();
    List<Key<?>> named = new ArrayList<>();
    named.add(Participant.key(payload.participant()));
    named.add(RegisteredKey.key(signed.kid()));
    named.add(JournalEntry.key(payload.id()));
    try {
      named.addAll(read.action().named(payload.participant()));
    } catch (RuntimeException defect) {
      // Naming keys decides nothing: its rule will meet the defect and be refused for itself alone.
      return named;
    }
    return named;
  }

  /** What the named records name in turn. */
  List<Key<?>> following(Records records) {
    return keysOf(action -> action.following(participant(), records));
  }

  /** And what those name. */
  List<Key<?>> further(Records records) {
    return keysOf(action -> action.further(participant(), records));
  }

  private List<Key<?>> keysOf(Function<Action, List<Key<?>>> naming) {
    try {
      return unreadable == null ? naming.apply(read.action()) : List.of();
    } catch (StoreFailure failure) {
      throw failure;
    } catch (RuntimeException defect) {
      return List.of(); // as above
    }
  }

  /** The key that the header names, when it is the participant's. */
  Optional<Jwk> signer(Records records) {
    return unreadable == null
        ? records
            .find(RegisteredKey.key(signed.kid()))
            .filter(key -> key.participant().equals(signed.instruction().participant()))
            .map(RegisteredKey::jwk)
        : Optional.empty();
  }

  /** Verifies the signature with the key of {@link #signer}. */
  void verifySignature(ECPublicKeyParameters key, SignatureCheck signatures) {
    signatureIsValid = signatures.verify(key, signed.signingInput(), signed.signature());
  }

  /**
   * Decides and, when applied, writes the effects and the journal entry. A refusal that is
   * somebody's waits in the journal of refusals for its verdict.
   */
  void judge(UnitOfWork work, Instant time, RefusalJournal refusals) {
    try {
      requireIdentity(work, refusals);
    } catch (RegistryException nobodys) {
      verdict = Verdict.refused(nobodys);
      return;
    }
    Participant participant =
        work.find(Participant.key(signed.instruction().participant())).orElseThrow();
    Act act = new Act(work, participant.asActor(), signed.instruction().id(), time);
    try {
      requireStanding(work, participant, time);
      read.action().apply(act);
      act.write(entry(act, time));
      work.keep();
      verdict = Verdict.applied();
    } catch (RegistryException refused) {
      work.drop();
      refusal = refused;
      refusals.add(this);
    } catch (StoreFailure failure) {
      throw failure;
    } catch (RuntimeException defect) {
      // The same defect on every endorser, and never a reason to lose the other instructions. It
      // leaves no entry: nobody answers for a defect of ours, and the instruction can be sent again
      // when it is mended.
      work.drop();
      verdict =
          Verdict.refused(internal(zh("%s 的规则").en("the rule of %s", read.type().name()), defect));
    }
  }

  /** Which exception it was is for the endorser's own log: another platform may name another. */
  private RegistryException internal(Detail where, RuntimeException defect) {
    defects.found(where.en(), defect);
    return new RegistryException(ErrorCode.INTERNAL, zh("程序缺陷，位于：%s").en("a defect in %s", where));
  }

  /** Checks whose failure leaves no journal entry: nobody answers for what they did not sign. */
  private void requireIdentity(UnitOfWork work, RefusalJournal refusals) {
    if (unreadable != null) {
      throw unreadable;
    }
    require(
        work.find(Participant.key(signed.instruction().participant())).isPresent(),
        ErrorCode.UNKNOWN_PARTICIPANT,
        zh("主体 %s").en("participant %s", signed.instruction().participant()));
    // A key revoked or added earlier in this batch is still the same key: the signature stands.
    require(
        signatureIsValid,
        ErrorCode.BAD_SIGNATURE,
        zh("该内容不是由密钥 %s 签署").en("key %s did not sign this", signed.kid()));
    refusals.settle(id());
    Optional<JournalEntry> first = work.find(JournalEntry.key(signed.instruction().id()));
    require(
        first.isEmpty(),
        ErrorCode.DUPLICATE,
        zh("指令 %s").en("instruction %s", signed.instruction().id()));
  }

  private void requireStanding(UnitOfWork work, Participant participant, Instant time) {
    boolean revoked =
        work.find(RegisteredKey.key(signed.kid())).map(RegisteredKey::isRevoked).orElse(true);
    require(!revoked, ErrorCode.KEY_REVOKED, zh("密钥 %s").en("key %s", signed.kid()));
    Instant notAfter = signed.instruction().notAfter();
    require(
        !time.isAfter(notAfter),
        ErrorCode.EXPIRED,
        zh("notAfter 为 %s，已过").en("notAfter was %s", notAfter));
    require(
        !notAfter.isAfter(time.plus(NOT_AFTER_MOST)),
        ErrorCode.NOT_AFTER_TOO_FAR,
        zh("notAfter 为 %s").en("notAfter is %s", notAfter));
    Standing.require(participant, read.type());
  }

  /**
   * What became of it; after {@link #judge} and, for a refusal, {@link RefusalJournal#decideAll}.
   */
  Verdict verdict() {
    return verdict;
  }

  InstructionId id() {
    return signed.instruction().id();
  }

  ParticipantId participant() {
    return signed.instruction().participant();
  }

  /** Makes the refusal final with an entry. */
  void journal(UnitOfWork work, Instant time) {
    work.write(
        entry(time, Optional.of(refusal), JournalEntry.Outcome.REJECTED, List.of(), List.of()));
    verdict = Verdict.refused(refusal);
  }

  /** Makes the refusal final without an entry, since so many of this hour have one. */
  void leaveUnjournaled(int most) {
    verdict =
        Verdict.refused(
            new RegistryException(
                ErrorCode.TOO_MANY_REFUSALS,
                zh("%s：%s；每小时最多记入 %s 次拒绝")
                    .en(
                        "%s: %s; %s refusals an hour are journaled",
                        refusal.code(), refusal.detail(), most)));
  }

  private JournalEntry entry(Act act, Instant time) {
    return entry(
        time, Optional.empty(), JournalEntry.Outcome.APPLIED, act.postings(), act.references());
  }

  private JournalEntry entry(
      Instant time,
      Optional<RegistryException> why,
      JournalEntry.Outcome outcome,
      List<Posting> postings,
      List<Reference> references) {
    return new JournalEntry(
        read.type().name(),
        time,
        why.map(RegistryException::code),
        why.map(RegistryException::en),
        why.map(RegistryException::zh),
        signed.digest(),
        id(),
        signed.kid().value(),
        outcome,
        participant(),
        postings,
        references);
  }
}
