// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Who is responsible for a function in a region, and since when (china-rules E29). Terms that have
 * begun are kept for good. Those of {@link MandateFunction#ASSESSMENT} are the whole years whose
 * results the holder assesses, and the one assigned last for a year counts; all other terms follow
 * each other without a common day.
 *
 * @param function what for
 * @param region where, {@code 000000} for the nation
 * @param terms in the order in which they were assigned
 */
public record Mandate(
    MandateFunction function, RegionCode region, @Most(TERMS_MOST) List<Term> terms)
    implements LedgerRecord {

  /** The type of mandates. */
  public static final RecordType<Mandate> TYPE =
      new RecordType<>("MANDATE", Mandate.class, Visibility.PUBLIC);

  /** One a year for longer than any such office has lasted. */
  static final int TERMS_MOST = 100;

  /** How far offices fill it: the authority can always assign somebody else. */
  static final int OFFICES_TERMS_MOST = 80;

  /** The highest capability: staff, means and practice of its own. */
  static final int LEVEL_MOST = 5;

  /**
   * A time for which the function is with somebody, or with nobody.
   *
   * @param at transaction time of the assignment
   * @param by who assigned it
   * @param delegate who acts beside the holder, or where there is none
   * @param document the decision
   * @param from the first day
   * @param holder who is responsible; absent where the region has no office for it
   * @param id the instruction
   * @param level the capability of the region's own office, from 0 (none) to 5
   * @param to the last day; absent while none is set
   */
  public record Term(
      Instant at,
      ParticipantId by,
      Optional<ParticipantId> delegate,
      Sha256 document,
      LocalDate from,
      Optional<ParticipantId> holder,
      InstructionId id,
      @Least(0) @Most(LEVEL_MOST) int level,
      Optional<LocalDate> to) {

    /** Whether it counts on a day. */
    public boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }

    /** Who answers for it: the holder, or the delegate where there is none; nobody if vacant. */
    public Optional<ParticipantId> responsible() {
      return holder.or(() -> delegate);
    }

    /** Whether somebody may act under it. */
    public boolean isActedBy(ParticipantId participant) {
      return holder.filter(participant::equals).isPresent()
          || delegate.filter(participant::equals).isPresent();
    }

    private Term endedOn(LocalDate last) {
      return new Term(at, by, delegate, document, from, holder, id, level, Optional.of(last));
    }
  }

  public Mandate {
    terms = List.copyOf(terms);
  }

  /** The key of a function in a region. */
  public static Key<Mandate> key(RegionCode region, MandateFunction function) {
    return TYPE.key(region.value(), function.name());
  }

  /** A function that nobody has been assigned to. */
  static Mandate none(RegionCode region, MandateFunction function) {
    return new Mandate(function, region, List.of());
  }

  /** The term that counts on a day: of several the one assigned last. */
  public Optional<Term> termOn(LocalDate day) {
    for (int i = terms.size() - 1; i >= 0; i--) {
      if (terms.get(i).holdsOn(day)) {
        return Optional.of(terms.get(i));
      }
    }
    return Optional.empty();
  }

  /** Who assesses the region's results of a year, of a mandate for assessment. */
  public Optional<ParticipantId> assessorOf(int year) {
    return termOn(LocalDate.of(year, 1, 1)).flatMap(Term::holder);
  }

  /** The term assigned last. */
  Optional<Term> newest() {
    return terms.isEmpty() ? Optional.empty() : Optional.of(terms.get(terms.size() - 1));
  }

  /** The mandate with a further term beside those there. */
  Mandate with(Term further) {
    List<Term> more = new ArrayList<>(terms);
    more.add(further);
    return new Mandate(function, region, more);
  }

  /**
   * The mandate without the terms that have not begun and would not before a day: they never count,
   * and the instructions that assigned them stay on the ledger.
   */
  Mandate withoutLater(LocalDate from, LocalDate today) {
    return new Mandate(
        function,
        region,
        terms.stream()
            .filter(term -> !term.from().isAfter(today) || term.from().isBefore(from))
            .toList());
  }

  /** The mandate with a further term, before which the last one ends. */
  Mandate followedBy(Term further) {
    LocalDate lastDay = further.from().minusDays(1);
    List<Term> more = new ArrayList<>(terms);
    newest()
        .filter(last -> last.holdsOn(further.from()))
        .ifPresent(last -> more.set(more.size() - 1, last.endedOn(lastDay)));
    more.add(further);
    return new Mandate(function, region, more);
  }

  @Override
  public Key<Mandate> key() {
    return key(region, function);
  }
}
