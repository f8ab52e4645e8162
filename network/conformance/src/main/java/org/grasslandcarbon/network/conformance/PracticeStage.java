// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import java.time.Duration;
import java.time.Year;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.Stage;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Plays stories for practice on a ledger that was founded with the example's keys, over any way to
 * it. Everybody but the founders is new, so that it may be played any number of times.
 */
public final class PracticeStage implements Stage {
  private static final Duration VALIDITY = Duration.ofHours(1);

  /** Brings an instruction to the ledger. */
  @FunctionalInterface
  public interface Courier {
    /** Returns when the instruction has its outcome. */
    Arrived bring(InstructionText text);
  }

  /**
   * The outcome of an instruction.
   *
   * @param code {@code APPLIED}, or why it was refused
   * @param references the records that it created or changed
   */
  public record Arrived(String code, List<Reference> references) {
    public Arrived {
      references = List.copyOf(references);
    }

    boolean isApplied() {
      return code.equals(Verdict.APPLIED);
    }
  }

  private final Courier courier;
  private final RegionCode region;
  private final boolean refusing;
  private final Map<Part, InstructionSigner> cast;

  private PracticeStage(
      Courier courier, RegionCode region, boolean refusing, Map<Part, InstructionSigner> cast) {
    this.courier = courier;
    this.region = region;
    this.refusing = refusing;
    this.cast = cast;
  }

  /**
   * A stage that passes over what must be refused.
   *
   * @param courier the way to the ledger
   * @param authority who plays the authority
   * @param office who plays the office
   * @param region the office's
   */
  public PracticeStage(
      Courier courier, InstructionSigner authority, InstructionSigner office, RegionCode region) {
    this(courier, region, false, new EnumMap<>(Part.class));
    cast.put(Part.AUTHORITY, authority);
    cast.put(Part.OFFICE, office);
  }

  /** The same cast, playing what must be refused too. */
  public PracticeStage refusing() {
    return new PracticeStage(courier, region, true, cast);
  }

  /** Lets somebody play a part. */
  public void cast(Part part, InstructionSigner signer) {
    cast.put(part, signer);
  }

  /** What signs for a part. */
  public InstructionSigner signer(Part part) {
    return cast.computeIfAbsent(part, newcomer -> Newcomers.in(region));
  }

  /** The years before this one, on any field. */
  public Setting setting(Land.Fields fields, int years) {
    return Setting.forPractice(
        region,
        fields.any(ThreadLocalRandom.current()::nextInt),
        Year.now(BeijingTime.OFFSET).getValue() - years,
        years);
  }

  @Override
  public ParticipantId id(Part part) {
    return signer(part).participant();
  }

  @Override
  public Jwk key(Part part) {
    return signer(part).key().jwk();
  }

  @Override
  public Played does(Part part, String zh, String en, Action action) {
    return bring(part, en, action, Verdict.APPLIED).orElseThrow();
  }

  @Override
  public Optional<Played> tries(Part part, String zh, String en, Action action, ErrorCode code) {
    return bring(part, en, action, Verdict.APPLIED, code.name());
  }

  @Override
  public void refused(Part part, String zh, String en, Action action, ErrorCode... codes) {
    if (refusing) {
      bring(part, en, action, List.of(codes).stream().map(ErrorCode::name).toArray(String[]::new));
    }
  }

  private Optional<Played> bring(Part part, String en, Action action, String... expected) {
    InstructionText text = signer(part).sign(InstructionSigner.newId(), action, VALIDITY);
    Arrived arrived = courier.bring(text);
    if (!List.of(expected).contains(arrived.code())) {
      throw new IllegalStateException(en + ": " + arrived.code() + ", not " + List.of(expected));
    }
    return arrived.isApplied()
        ? Optional.of(new Played(text.id(), arrived.references()))
        : Optional.empty();
  }
}
