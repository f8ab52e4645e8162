// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.registry.FoundingDocument;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.registry.Registry;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * A founded registry over a map, with a clock that the test sets. Tests give instructions as
 * participants do: signed, through {@link Registry#submit}.
 */
public final class TestLedger {
  /** The organisation that founds the registry in tests. */
  public static final String ORGANISATION = "GrasslandMSP";

  public static final RegionCode BEIJING = new RegionCode("110000");
  public static final RegionCode INNER_MONGOLIA = new RegionCode("150000");
  public static final RegionCode XILINHOT = new RegionCode("152502");

  private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private final MapStore store = new MapStore();
  private final Registry registry =
      new Registry(Runnable::run, Set.of(ORGANISATION), TestLedger::fail);
  private final Map<ParticipantId, Signer> signers = new HashMap<>();
  private final Map<Role, ParticipantId> first = new EnumMap<>(Role.class);
  private final List<Sent> sent = new ArrayList<>();
  private byte[] founding = new byte[0];
  private int made;
  private Instant time = Instant.parse("2025-03-03T02:00:00Z");

  /**
   * A batch as it was submitted.
   *
   * @param instructions signed texts
   * @param at the transaction's time
   */
  public record Sent(List<byte[]> instructions, Instant at) {
    public Sent {
      instructions = List.copyOf(instructions);
    }
  }

  /** A registry founded by an authority, an office of Inner Mongolia and an office of Beijing. */
  public TestLedger() {
    LocalDate from = LocalDate.of(2020, 1, 1);
    FoundingDocument document =
        new FoundingDocument(
            List.of(
                founder(RegionCode.NATION, Role.AUTHORITY, "国家主管部门", "National authority"),
                founder(INNER_MONGOLIA, Role.OFFICE, "内蒙古办公室", "Office of Inner Mongolia"),
                founder(BEIJING, Role.OFFICE, "北京办公室", "Office of Beijing")),
            List.of(
                new Region(BEIJING, Name.of("北京市", "Beijing"), from, Optional.empty()),
                new Region(
                    INNER_MONGOLIA, Name.of("内蒙古", "Inner Mongolia"), from, Optional.empty()),
                new Region(XILINHOT, Name.of("锡林浩特市", "Xilinhot"), from, Optional.empty())));
    founding = Codec.write(document);
    registry.bootstrap(founding, ORGANISATION, time, store);
  }

  private TestLedger(MapStore state) {
    store.putAll(state.state());
    records(Participant.TYPE).forEach(this::know);
    time = records(JournalEntry.TYPE).map(JournalEntry::at).max(Instant::compareTo).orElse(time);
  }

  /**
   * A ledger that goes on from the state of another of these, whose participants sign with the keys
   * that they were admitted with.
   */
  public static TestLedger goingOnFrom(MapStore state) {
    return new TestLedger(state);
  }

  private void know(Participant participant) {
    int number = Integer.parseInt(participant.id().value().substring(8, 17));
    made = Math.max(made, number);
    signers.put(participant.id(), Signer.seeded(number));
    participant.roles().forEach(role -> first.putIfAbsent(role, participant.id()));
  }

  private static void fail(String where, RuntimeException defect) {
    throw new AssertionError("a defect in " + where, defect);
  }

  private FoundingDocument.Founder founder(RegionCode region, Role role, String zh, String en) {
    ParticipantId id = newId();
    Signer signer = Signer.seeded(made);
    signers.put(id, signer);
    first.putIfAbsent(role, id);
    return new FoundingDocument.Founder(id, List.of(signer.jwk()), Name.of(zh, en), region, role);
  }

  /** A credit code with a valid check character that no other participant has. */
  public ParticipantId newId() {
    String body = String.format("91110000%09d", ++made);
    int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += CODE_ALPHABET.indexOf(body.charAt(i)) * weights[i];
    }
    return new ParticipantId(body + CODE_ALPHABET.charAt((31 - sum % 31) % 31));
  }

  /** The first participant with a role. */
  public ParticipantId the(Role role) {
    return first.get(role);
  }

  /** Admits a participant with a key of its own and answers its id. */
  public ParticipantId admit(RegionCode region, Role... roles) {
    ParticipantId id = newId();
    Signer signer = Signer.seeded(made);
    signers.put(id, signer);
    apply(
        the(Role.AUTHORITY),
        new AdmitParticipant(
            Optional.empty(),
            id,
            List.of(signer.jwk()),
            Name.of("主体" + made, "Participant " + made),
            region,
            List.of(roles)));
    for (Role role : roles) {
      first.putIfAbsent(role, id);
    }
    return id;
  }

  /** Signs for a participant with another key from now on. */
  public void signWith(ParticipantId participant, Signer signer) {
    signers.put(participant, signer);
  }

  /** The key of a participant. */
  public Signer signer(ParticipantId participant) {
    return signers.get(participant);
  }

  /** The present time of the ledger. */
  public Instant time() {
    return time;
  }

  /** Sets the ledger's time. */
  public void setTime(Instant changed) {
    time = changed;
  }

  /** Moves the ledger's time forward. */
  public void advance(Duration by) {
    time = time.plus(by);
  }

  /** A new instruction id. */
  public static InstructionId newInstruction() {
    return new InstructionId(UUID.randomUUID().toString());
  }

  /** Signs an action as a participant, valid for an hour. */
  public byte[] sign(InstructionId id, ParticipantId participant, Action action) {
    String name = Catalogue.of(action).name();
    return signer(participant).sign(id, participant, name, action, time.plus(Duration.ofHours(1)));
  }

  /** Submits signed texts as one batch. */
  public List<Verdict> submit(byte[]... instructions) {
    sent.add(new Sent(List.of(instructions), time));
    return List.of(
        Codec.read(registry.submit(List.of(instructions), time, store), Verdict[].class));
  }

  /** Submits one action and answers its verdict. */
  public Verdict submit(ParticipantId participant, Action action) {
    requireAsDeclared(participant, action);
    return submit(sign(newInstruction(), participant, action)).get(0);
  }

  /** Submits one action that must be applied, and answers its id. */
  public InstructionId apply(ParticipantId participant, Action action) {
    InstructionId id = newInstruction();
    requireAsDeclared(participant, action);
    Verdict verdict = submit(sign(id, participant, action)).get(0);
    if (!verdict.code().equals(Verdict.APPLIED)) {
      throw new AssertionError("expected to be applied: " + verdict);
    }
    return id;
  }

  /**
   * Tries an action on a view of its own: whatever the outcome, its rule must have named the keys
   * that it reads, and a refusal must be one that the action lists. So every test of a rule is a
   * test of that too.
   */
  private void requireAsDeclared(ParticipantId participant, Action action) {
    UnitOfWork trial = new UnitOfWork(store);
    trial.load(List.of(Participant.key(participant)));
    Actor actor = trial.find(Participant.key(participant)).orElseThrow().asActor();
    trial.load(action.named(participant));
    trial.load(action.following(participant, trial));
    trial.load(action.further(participant, trial));
    try {
      action.apply(new Act(trial, actor, newInstruction(), time));
    } catch (RegistryException refusal) {
      boolean listed = Catalogue.of(action).refusals().contains(refusal.code());
      if (!listed) {
        throw new AssertionError(action + " refused with a code that it does not list", refusal);
      }
    }
    if (trial.lateReads() != 0) {
      throw new AssertionError(action + " read a key that it did not name");
    }
  }

  /** The journal entry of an instruction. */
  public JournalEntry journal(InstructionId id) {
    return find(JournalEntry.key(id)).orElseThrow();
  }

  /** A record of the present state. */
  public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
    return Optional.ofNullable(store.state().get(key.text()))
        .map(bytes -> Codec.read(bytes, key.recordClass()));
  }

  /** All records of a type, in the order of their keys. */
  public <T extends LedgerRecord> Stream<T> records(RecordType<T> type) {
    return store.state().entrySet().stream()
        .filter(entry -> RecordTypes.of(entry.getKey()).filter(type::equals).isPresent())
        .map(entry -> Codec.read(entry.getValue(), type.recordClass()));
  }

  public MapStore store() {
    return store;
  }

  /** The document that it was founded by; empty when it goes on from the state of another. */
  public byte[] founding() {
    return founding;
  }

  /** All that was submitted, for those who have another ledger come to the same. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  public Registry registry() {
    return registry;
  }
}
