// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.util.BigIntegers;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.judicial.ReleaseCredits;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.StoreFailure;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.participant.AddKey;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** The checks that every instruction passes before its own rule, and who answers for what. */
class CommonChecksTest {
  private static final BigInteger ORDER_OF_P256 =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final InstructionId id = TestLedger.newInstruction();

  private static PublishCalendar calendar(int year) {
    return new PublishCalendar(Sha256.of("notice"), List.of(), List.of(), year);
  }

  private AddKey moreKeys(ParticipantId whose) {
    return new AddKey(Optional.empty(), Optional.of(Signer.random().jwk()), whose);
  }

  private byte[] signed(Signer signer, ParticipantId who, Action action, Instant notAfter) {
    String name = Catalogue.of(action).name();
    return signer.sign(id, who, name, action, notAfter);
  }

  private Instant inAnHour() {
    return ledger.time().plus(Duration.ofHours(1));
  }

  private String verdict(byte[] jws) {
    return ledger.submit(jws).get(0).code();
  }

  private void assertNobodyAnswers() {
    assertThat(ledger.find(JournalEntry.key(id))).isEmpty();
  }

  private void assertAnswersFor(ErrorCode code) {
    JournalEntry entry = ledger.journal(id);
    assertThat(entry.outcome()).isEqualTo(JournalEntry.Outcome.REJECTED);
    assertThat(entry.code()).contains(code);
    assertThat(entry.postings()).isEmpty();
    assertThat(entry.references()).isEmpty();
  }

  @Test
  void an_applied_instruction_is_journalled_with_who_what_and_when() {
    byte[] jws = signed(ledger.signer(authority), authority, calendar(2026), inAnHour());
    assertThat(verdict(jws)).isEqualTo("APPLIED");
    JournalEntry entry = ledger.journal(id);
    String text = new String(jws, StandardCharsets.US_ASCII);
    assertThat(entry.participant()).isEqualTo(authority);
    assertThat(entry.action()).isEqualTo("publishCalendar");
    assertThat(entry.at()).isEqualTo(ledger.time());
    assertThat(entry.kid()).isEqualTo(ledger.signer(authority).kid().value());
    assertThat(entry.digest()).isEqualTo(Sha256.of(text.substring(0, text.lastIndexOf('.'))));
    assertThat(entry.outcome()).isEqualTo(JournalEntry.Outcome.APPLIED);
    assertThat(entry.code()).isEmpty();
  }

  @Test
  void a_participant_that_was_never_admitted_is_unknown() {
    byte[] jws = signed(Signer.random(), ledger.newId(), calendar(2026), inAnHour());
    assertThat(verdict(jws)).isEqualTo("UNKNOWN_PARTICIPANT");
    assertNobodyAnswers();
  }

  @Test
  void a_key_that_is_not_registered_signs_nothing() {
    byte[] jws = signed(Signer.random(), authority, calendar(2026), inAnHour());
    assertThat(verdict(jws)).isEqualTo("BAD_SIGNATURE");
    assertNobodyAnswers();
  }

  @Test
  void a_participants_key_does_not_sign_for_another() {
    byte[] jws = signed(ledger.signer(trader), authority, calendar(2026), inAnHour());
    assertThat(verdict(jws)).isEqualTo("BAD_SIGNATURE");
    assertNobodyAnswers();
  }

  @Test
  void a_signature_of_another_payload_is_bad() {
    String[] mine = parts(signed(ledger.signer(authority), authority, calendar(2026), inAnHour()));
    String[] other = parts(signed(ledger.signer(authority), authority, calendar(2027), inAnHour()));
    assertThat(verdict(ascii(mine[0] + "." + other[1] + "." + mine[2]))).isEqualTo("BAD_SIGNATURE");
    assertNobodyAnswers();
  }

  @Test
  void a_header_that_names_another_registered_key_is_bad() {
    Signer second = Signer.random();
    ledger.apply(authority, new AddKey(Optional.empty(), Optional.of(second.jwk()), authority));
    String[] mine = parts(signed(ledger.signer(authority), authority, calendar(2026), inAnHour()));
    String[] other = parts(signed(second, authority, calendar(2026), inAnHour()));
    assertThat(verdict(ascii(other[0] + "." + mine[1] + "." + mine[2]))).isEqualTo("BAD_SIGNATURE");
    assertNobodyAnswers();
    assertThat(verdict(signed(second, authority, calendar(2026), inAnHour()))).isEqualTo("APPLIED");
  }

  @Test
  void a_signature_of_another_length_or_of_zeros_is_bad() {
    String[] parts = parts(signed(ledger.signer(authority), authority, calendar(2026), inAnHour()));
    for (int length : new int[] {0, 63, 64, 65, 72}) {
      String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
      assertThat(verdict(ascii(parts[0] + "." + parts[1] + "." + zeros)))
          .isEqualTo("BAD_SIGNATURE");
    }
    assertNobodyAnswers();
  }

  @Test
  void a_revoked_key_signs_nothing_more_and_its_owner_answers_for_the_attempt() {
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new RevokeKey(ledger.signer(trader).kid(), trader, "the device was lost"));
    byte[] jws = signed(ledger.signer(trader), trader, moreKeys(trader), inAnHour());
    assertThat(verdict(jws)).isEqualTo("KEY_REVOKED");
    assertAnswersFor(ErrorCode.KEY_REVOKED);
  }

  @Test
  void an_instruction_is_good_until_not_after_and_no_longer() {
    byte[] jws = signed(ledger.signer(authority), authority, calendar(2026), ledger.time());
    ledger.advance(Duration.ofNanos(1_000_000));
    assertThat(verdict(jws)).isEqualTo("EXPIRED");
    assertAnswersFor(ErrorCode.EXPIRED);
  }

  @Test
  void an_instruction_is_applied_at_the_very_time_of_not_after() {
    assertThat(verdict(signed(ledger.signer(authority), authority, calendar(2026), ledger.time())))
        .isEqualTo("APPLIED");
  }

  @Test
  void not_after_may_be_a_day_ahead_and_no_more() {
    Instant day = ledger.time().plus(Duration.ofHours(24));
    byte[] far = signed(ledger.signer(authority), authority, calendar(2026), day.plusMillis(1));
    assertThat(verdict(far)).isEqualTo("NOT_AFTER_TOO_FAR");
    assertAnswersFor(ErrorCode.NOT_AFTER_TOO_FAR);
    InstructionId other = TestLedger.newInstruction();
    byte[] near =
        ledger.signer(authority).sign(other, authority, "publishCalendar", calendar(2026), day);
    assertThat(verdict(near)).isEqualTo("APPLIED");
  }

  @Test
  void a_suspended_participant_does_nothing() {
    ledger.apply(authority, new SuspendParticipant(trader, "unreported change"));
    byte[] jws = signed(ledger.signer(trader), trader, moreKeys(trader), inAnHour());
    assertThat(verdict(jws)).isEqualTo("PARTICIPANT_SUSPENDED");
    assertAnswersFor(ErrorCode.PARTICIPANT_SUSPENDED);
  }

  @Test
  void a_role_that_may_not_give_an_action_is_refused() {
    byte[] jws = signed(ledger.signer(trader), trader, calendar(2026), inAnHour());
    assertThat(verdict(jws)).isEqualTo("NOT_ALLOWED");
    assertAnswersFor(ErrorCode.NOT_ALLOWED);
    assertThat(ledger.find(Calendar.key(2026))).isEmpty();
  }

  @Test
  void the_same_text_again_is_a_duplicate_and_changes_nothing() {
    byte[] jws = signed(ledger.signer(authority), authority, calendar(2026), inAnHour());
    assertThat(verdict(jws)).isEqualTo("APPLIED");
    var before = ledger.store().digest();
    assertThat(verdict(jws)).isEqualTo("DUPLICATE");
    assertThat(ledger.store().digest()).isEqualTo(before);
  }

  @Test
  void another_text_under_the_same_id_is_a_duplicate() {
    verdict(signed(ledger.signer(authority), authority, calendar(2026), inAnHour()));
    byte[] other = signed(ledger.signer(authority), authority, calendar(2027), inAnHour());
    assertThat(verdict(other)).isEqualTo("DUPLICATE");
    assertThat(ledger.find(Calendar.key(2027))).isEmpty();
  }

  @Test
  void an_id_that_was_refused_is_used_up() {
    verdict(signed(ledger.signer(trader), trader, calendar(2026), inAnHour()));
    byte[] allowed = signed(ledger.signer(authority), authority, calendar(2026), inAnHour());
    assertThat(verdict(allowed)).isEqualTo("DUPLICATE");
  }

  @Test
  void a_duplicate_in_the_same_batch_is_told_apart() {
    byte[] jws = signed(ledger.signer(authority), authority, calendar(2026), inAnHour());
    byte[] other = signed(ledger.signer(authority), authority, calendar(2027), inAnHour());
    assertThat(ledger.submit(jws, jws, other).stream().map(Verdict::code))
        .containsExactly("APPLIED", "DUPLICATE", "DUPLICATE");
  }

  @Test
  void a_duplicate_is_a_duplicate_after_expiry_and_after_the_key_is_revoked() {
    byte[] jws = signed(ledger.signer(trader), trader, moreKeys(trader), inAnHour());
    assertThat(verdict(jws)).isEqualTo("APPLIED");
    ledger.apply(authority, new RevokeKey(ledger.signer(trader).kid(), trader, "lost"));
    ledger.advance(Duration.ofDays(30));
    assertThat(verdict(jws)).isEqualTo("DUPLICATE");
  }

  @Test
  void the_other_signature_of_the_same_text_is_accepted_and_is_a_duplicate() {
    byte[] low = signed(ledger.signer(authority), authority, calendar(2026), inAnHour());
    String[] parts = parts(low);
    byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    BigIntegers.asUnsignedByteArray(ORDER_OF_P256.subtract(s), signature, 32, 32);
    String other = Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    byte[] high = ascii(parts[0] + "." + parts[1] + "." + other);
    assertThat(ledger.submit(high, low).stream().map(Verdict::code))
        .containsExactly("APPLIED", "DUPLICATE");
  }

  @Test
  void a_signature_made_by_another_library_is_accepted() throws JOSEException {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    Jwk jwk = new Jwk("P-256", "EC", key.getX().toString(), key.getY().toString());
    assertThat(jwk.thumbprint()).isEqualTo(key.getKeyID());
    ledger.apply(authority, new AddKey(Optional.empty(), Optional.of(jwk), authority));
    for (int i = 0; i < 20; i++) {
      String payload =
          "{\"id\":\"%s\",\"action\":\"publishCalendar\",\"participant\":\"%s\",\"notAfter\":\"%s\","
                  .formatted(TestLedger.newInstruction(), authority, inAnHour())
              + "\"args\":{\"year\":%d,\"holidays\":[],\"makeUpDays\":[],\"document\":\"%s\"}}"
                  .formatted(2030 + i, "a".repeat(64));
      JWSObject jws =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType("instruction+jws"))
                  .keyID(key.getKeyID())
                  .build(),
              new Payload(payload));
      jws.sign(new ECDSASigner(key));
      assertThat(verdict(ascii(jws.serialize()))).isEqualTo("APPLIED");
    }
  }

  /** Everything wrong at once; then one thing after another is put right. */
  @Test
  void of_several_faults_the_first_in_the_order_of_codes_is_told() {
    ParticipantId stranger = ledger.newId();
    Signer known = ledger.signer(trader);
    ledger.apply(authority, new RevokeKey(known.kid(), trader, "lost"));
    ledger.apply(authority, new SuspendParticipant(trader, "unreported change"));
    Instant past = ledger.time().minusSeconds(1);
    Instant far = ledger.time().plus(Duration.ofDays(2));
    PublishCalendar notTheirs = calendar(2026);

    byte[] malformed =
        known.sign(id, stranger, "publishCalendar", java.util.Map.of("year", "x"), past);
    assertThat(verdict(malformed)).isEqualTo("MALFORMED");
    assertThat(verdict(known.sign(id, stranger, "printMoney", notTheirs, past)))
        .isEqualTo("UNKNOWN_ACTION");
    assertThat(verdict(signed(Signer.random(), stranger, notTheirs, past)))
        .isEqualTo("UNKNOWN_PARTICIPANT");
    assertThat(verdict(signed(Signer.random(), trader, notTheirs, past)))
        .isEqualTo("BAD_SIGNATURE");
    assertThat(verdict(signed(known, trader, notTheirs, past))).isEqualTo("KEY_REVOKED");
    assertThat(verdict(signed(known, trader, notTheirs, past))).isEqualTo("DUPLICATE");

    Signer fresh = Signer.random();
    ledger.apply(authority, new AddKey(Optional.empty(), Optional.of(fresh.jwk()), trader));
    ledger.signWith(trader, fresh);
    assertThat(withNewId(notTheirs, past)).isEqualTo("EXPIRED");
    assertThat(withNewId(notTheirs, far)).isEqualTo("NOT_AFTER_TOO_FAR");
    assertThat(withNewId(notTheirs, inAnHour())).isEqualTo("PARTICIPANT_SUSPENDED");
    ledger.apply(
        authority,
        new org.grasslandcarbon.domain.participant.ReinstateParticipant(trader, "corrected"));
    assertThat(withNewId(notTheirs, inAnHour())).isEqualTo("NOT_ALLOWED");
  }

  private String withNewId(PublishCalendar action, Instant notAfter) {
    return verdict(
        ledger
            .signer(trader)
            .sign(TestLedger.newInstruction(), trader, "publishCalendar", action, notAfter));
  }

  /** Calendars that name a holiday which is not a day: the registry would never have written it. */
  private static final String NO_CALENDAR =
      "{\"document\":\"%s\",\"holidays\":[\"2026-02-30\"],\"makeUpDays\":[],\"year\":2026}"
          .formatted("0".repeat(64));

  private void store(Key<?> key, String json) {
    ledger.store().state().put(key.text(), json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void state_that_cannot_be_read_fails_the_transaction_and_blames_no_instruction() {
    store(Calendar.key(2026), NO_CALENDAR);
    byte[] jws = signed(ledger.signer(authority), authority, calendar(2026), inAnHour());
    assertThatThrownBy(() -> ledger.submit(jws))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("the record CALENDAR:2026 cannot be read: it is damaged or of a newer version");
    assertNobodyAnswers();
    ledger.store().state().remove(Calendar.key(2026).text());
    assertThat(verdict(jws)).isEqualTo("APPLIED");
  }

  @Test
  void state_that_cannot_be_read_is_nobodys_fault_when_a_rule_meets_it_late_either() {
    UnitOfWork work = new UnitOfWork(ledger.store());
    store(Calendar.key(2026), "[]");
    assertThatThrownBy(() -> work.find(Calendar.key(2026))).isInstanceOf(StoreFailure.class);
  }

  /**
   * A holding under whose freeze stand serials that are also at its owner's disposal. No rule leads
   * there, so that the one which meets it breaks.
   */
  @Test
  void a_defect_leaves_no_entry_harms_nobody_else_and_the_same_text_counts_once_it_is_mended() {
    ParticipantId court = ledger.admit(TestLedger.BEIJING, Role.COURT);
    BatchId batch = new Issued(ledger).to(trader, 10, 0, false);
    Sha256 ruling = Sha256.of("ruling");
    InstructionId freeze =
        ledger.apply(
            court, new FreezeCredits(batch, ruling, trader, Optional.of(Tonnes.of(3)), "claim"));
    Key<Holding> key = Holding.key(batch, trader);
    Holding sound = ledger.find(key).orElseThrow();
    store(key, Codec.text(sound.withHeld(SerialRanges.of(1, 10))));
    List<String> found = new ArrayList<>();
    Registry registry =
        new Registry(
            Runnable::run,
            Set.of(TestLedger.ORGANISATION),
            (where, defect) -> found.add(where + ": " + defect.getMessage()));

    byte[] breaks =
        signed(
            ledger.signer(court),
            court,
            new ReleaseCredits(ruling, freeze, Optional.empty(), "closed"),
            inAnHour());
    byte[] harmless = ledger.sign(TestLedger.newInstruction(), authority, calendar(2026));
    byte[] answer = registry.submit(List.of(breaks, harmless), ledger.time(), ledger.store());
    assertThat(Codec.read(answer, Verdict[].class))
        .containsExactly(
            new Verdict(
                "INTERNAL",
                Optional.of("a defect in the rule of releaseCredits"),
                Optional.of("程序缺陷，位于：releaseCredits 的规则")),
            Verdict.applied());
    assertThat(found).containsExactly("the rule of releaseCredits: the two sets share a serial");
    assertThat(ErrorCode.INTERNAL.isSafeToRetry()).isTrue();
    assertNobodyAnswers();

    store(key, Codec.text(sound));
    assertThat(verdict(breaks)).isEqualTo("APPLIED");
  }

  @Test
  void the_common_codes_stand_in_the_order_of_their_checks() {
    assertThat(Arrays.asList(ErrorCode.values()).subList(0, 11))
        .containsExactly(
            ErrorCode.MALFORMED,
            ErrorCode.TOO_LARGE,
            ErrorCode.UNKNOWN_ACTION,
            ErrorCode.UNKNOWN_PARTICIPANT,
            ErrorCode.BAD_SIGNATURE,
            ErrorCode.DUPLICATE,
            ErrorCode.KEY_REVOKED,
            ErrorCode.EXPIRED,
            ErrorCode.NOT_AFTER_TOO_FAR,
            ErrorCode.PARTICIPANT_SUSPENDED,
            ErrorCode.NOT_ALLOWED);
  }

  private static String[] parts(byte[] jws) {
    return new String(jws, StandardCharsets.US_ASCII).split("\\.");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
