// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * Who may see what a gateway shows of a type of record, of an instruction's outcome or of an
 * account. Every type declares its own; there is no default but the declaration. Blocks are seen
 * whole by the channel's members whatever stands here: this is about who asks a gateway.
 *
 * @param audiences the circles that may see it
 * @param parties where in a record the participants stand whom it concerns, as JSON pointers
 * @param narrower members that fewer may see than the record, by JSON pointer
 * @param subjects where in a record the participants stand, one or several, whom it is kept from
 *     although they are of a circle that may see it: nobody is told how it is looked into
 * @param places where in a record the divisions stand whose offices supervise it, wherever those
 *     are registered whom it concerns
 * @param reserved records of the type that fewer may see than the others, if there are such
 */
public record Visibility(
    Set<Audience> audiences,
    List<String> parties,
    SortedMap<String, Visibility> narrower,
    List<String> subjects,
    List<String> places,
    Optional<Reserved> reserved) {
  /** Everybody may see it. */
  public static final Visibility PUBLIC = to(Audience.PUBLIC);

  /**
   * An account: whose it is, the offices that supervise it, and those who judge or audit. Of an
   * instruction's outcome the parties are its signer and the owners of the accounts that it moved.
   */
  public static final Visibility ACCOUNT =
      to(Audience.PARTIES, Audience.OFFICES, Audience.COURT, Audience.AUDITOR);

  /**
   * Somebody whom a record, a posting or an outcome concerns.
   *
   * @param id who
   * @param region where it is registered, by which its office is known
   */
  public record Party(ParticipantId id, RegionCode region) {}

  /**
   * Records that fewer may see than others of their type.
   *
   * @param pointer the member that tells them from the others
   * @param value what it has
   * @param fewer who may see them
   */
  public record Reserved(String pointer, String value, Visibility fewer) {}

  public Visibility {
    audiences = Collections.unmodifiableSet(EnumSet.copyOf(audiences));
    parties = List.copyOf(parties);
    narrower = Collections.unmodifiableSortedMap(new TreeMap<>(narrower));
    subjects = List.copyOf(subjects);
    places = List.copyOf(places);
  }

  /** What some circles may see. */
  public static Visibility to(Audience first, Audience... others) {
    return new Visibility(
        EnumSet.of(first, others),
        List.of(),
        new TreeMap<>(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The same, of records that name those whom they concern in some members. */
  public Visibility of(String... pointers) {
    return new Visibility(audiences, List.of(pointers), narrower, subjects, places, reserved);
  }

  /** The same, of records that stand under the offices of the divisions in some members as well. */
  public Visibility in(String... pointers) {
    return new Visibility(audiences, parties, narrower, subjects, List.of(pointers), reserved);
  }

  /** The same, but for records of which a member has a value: these are for fewer. */
  public Visibility reserving(String pointer, Enum<?> value, Visibility fewer) {
    return new Visibility(
        audiences,
        parties,
        narrower,
        subjects,
        places,
        Optional.of(new Reserved(pointer, value.name(), fewer)));
  }

  /**
   * Who may see a record.
   *
   * @param members what it has under a JSON pointer
   */
  public Visibility ofRecord(UnaryOperator<String> members) {
    return reserved
        .filter(each -> each.value().equals(members.apply(each.pointer())))
        .map(Reserved::fewer)
        .orElse(this);
  }

  /** The same, but for a member that fewer may see; its parties are the record's. */
  public Visibility except(String pointer, Visibility fewer) {
    SortedMap<String, Visibility> more = new TreeMap<>(narrower);
    more.put(pointer, fewer);
    return new Visibility(audiences, parties, more, subjects, places, reserved);
  }

  /**
   * The same, of records that are kept from the participants who stand in some members.
   *
   * @throws IllegalArgumentException where everybody may see it: nothing public is kept from
   *     anybody
   */
  public Visibility keptFrom(String... pointers) {
    if (isPublic()) {
      throw new IllegalArgumentException("what is public is kept from nobody");
    }
    return new Visibility(audiences, parties, narrower, List.of(pointers), places, reserved);
  }

  public boolean isPublic() {
    return audiences.contains(Audience.PUBLIC);
  }

  /**
   * Whether somebody may see it.
   *
   * @param viewer who asks; absent without a login
   * @param concerned whom it concerns
   */
  public boolean permits(Optional<Actor> viewer, Collection<Party> concerned) {
    return isPublic()
        || viewer.isPresent()
            && audiences.stream().anyMatch(each -> admits(each, viewer.get(), concerned));
  }

  /** Whether somebody may see it whomever it concerns. */
  public boolean permitsAll(Optional<Actor> viewer) {
    return isPublic()
        || viewer.isPresent()
            && audiences.stream()
                .anyMatch(
                    each ->
                        each == Audience.OFFICES
                            ? viewer.get().is(Role.AUTHORITY)
                            : admits(each, viewer.get(), List.of()));
  }

  private static boolean admits(Audience audience, Actor viewer, Collection<Party> concerned) {
    return switch (audience) {
      case PUBLIC -> true;
      case PARTIES -> concerned.stream().anyMatch(party -> party.id().equals(viewer.id()));
      case OFFICES -> supervises(viewer, concerned);
      case EVERY_OFFICE -> viewer.is(Role.AUTHORITY) || viewer.is(Role.OFFICE);
      case EXCHANGE -> viewer.is(Role.EXCHANGE);
      case BANK -> viewer.is(Role.BANK);
      case COURT -> viewer.is(Role.COURT);
      case ASSESSOR -> viewer.is(Role.ASSESSOR);
      case AUDITOR -> viewer.is(Role.AUDITOR);
    };
  }

  private static boolean supervises(Actor viewer, Collection<Party> concerned) {
    return viewer.is(Role.AUTHORITY)
        || viewer.is(Role.OFFICE)
            && (concerned.isEmpty()
                || concerned.stream().anyMatch(party -> viewer.governs(party.region())));
  }
}
