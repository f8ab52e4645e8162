// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A participant of the registry.
 *
 * @param admittedAt transaction time of its admission
 * @param admittedBy the authority or office that admitted it; itself for a founder
 * @param codeOverride why a code that fails its check character was accepted
 * @param id its unified social credit code
 * @param keys its active keys, in order of registration; a revoked one is only in its own record
 * @param name zh and en
 * @param region where it is registered, GB/T 2260
 * @param roles what it may act as, in the order of {@link Role}
 * @param suspension why it may do nothing at present
 */
public record Participant(
    Instant admittedAt,
    ParticipantId admittedBy,
    Optional<CodeOverride> codeOverride,
    ParticipantId id,
    @Most(KEYS_MOST) List<KeyId> keys,
    Name name,
    RegionCode region,
    @Most(2) List<Role> roles,
    Optional<Suspension> suspension)
    implements LedgerRecord {

  /** The type of participants. */
  public static final RecordType<Participant> TYPE =
      new RecordType<>("PARTICIPANT", Participant.class, Visibility.PUBLIC);

  /** Operators and devices of one entity, with room for change. */
  static final int KEYS_MOST = 20;

  /** A reason is a paragraph; the file behind it is elsewhere. */
  static final int REASON_MOST = 500;

  /** Roles that hold credits; they go with no other role. */
  private static final Set<Role> HOLDING_ROLES = EnumSet.of(Role.OWNER, Role.TRADER);

  public Participant {
    keys = List.copyOf(keys);
    roles = roles.stream().sorted().distinct().toList();
  }

  /**
   * Why a code that fails its check character was accepted.
   *
   * @param document the licence that shows the code
   * @param reason in words
   */
  public record CodeOverride(Sha256 document, @Most(REASON_MOST) String reason) {}

  /**
   * Why a participant may do nothing at present.
   *
   * @param at since when
   * @param by the authority or office
   * @param byAuthority whether it was the authority, which then alone can end it
   * @param reason in words
   */
  public record Suspension(
      Instant at, ParticipantId by, boolean byAuthority, @Most(REASON_MOST) String reason) {}

  /** The key of a participant. */
  public static Key<Participant> key(ParticipantId id) {
    return TYPE.key(id.value());
  }

  /**
   * Whether roles may be held together: OWNER and TRADER may; every other role stands alone, since
   * whoever supervises, certifies, lists or judges must not hold credits (CCER measures art. 5-8,
   * 30; LEDGER section 1).
   */
  public static boolean areCompatible(List<Role> roles) {
    return roles.stream().distinct().count() == 1 || HOLDING_ROLES.containsAll(roles);
  }

  /** Whether it may hold credits. */
  public boolean mayHold() {
    return roles.stream().anyMatch(HOLDING_ROLES::contains);
  }

  /**
   * Whether somebody decides about it: the authority, the office that admitted it, or the office of
   * its region. About those whom only the authority admits only the authority decides.
   */
  public boolean isGovernedBy(Actor actor) {
    return actor.is(Role.AUTHORITY)
        || actor.is(Role.OFFICE)
            && roles.stream().noneMatch(AdmitParticipant.ROLES_OF_STATE::contains)
            && (actor.id().equals(admittedBy) || actor.governs(region));
  }

  /**
   * Whether somebody may give it a key when it has lost its own. An office that could add a key to
   * a certifier could verify and issue as that certifier, so this takes the authority.
   */
  public boolean isRecoveredBy(Actor actor) {
    return actor.is(Role.AUTHORITY) || isGovernedBy(actor) && !has(Role.CERTIFIER);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean isSuspended() {
    return suspension.isPresent();
  }

  /** The participant as the signer of an instruction. */
  public Actor asActor() {
    return new Actor(id, region, Collections.unmodifiableSet(EnumSet.copyOf(roles)));
  }

  /** The participant with one more key. */
  public Participant withKey(KeyId kid) {
    List<KeyId> more = new ArrayList<>(keys);
    more.add(kid);
    return with(more, suspension);
  }

  /** The participant without a key. */
  public Participant withoutKey(KeyId kid) {
    return with(keys.stream().filter(each -> !each.equals(kid)).toList(), suspension);
  }

  /** The participant suspended, or with an empty argument reinstated. */
  public Participant withSuspension(Optional<Suspension> changed) {
    return with(keys, changed);
  }

  private Participant with(List<KeyId> active, Optional<Suspension> standing) {
    return new Participant(
        admittedAt, admittedBy, codeOverride, id, active, name, region, roles, standing);
  }

  @Override
  public Key<Participant> key() {
    return key(id);
  }
}
