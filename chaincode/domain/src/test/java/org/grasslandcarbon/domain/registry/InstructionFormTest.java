// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is not an instruction in its one accepted form is refused before anybody answers for it: no
 * journal entry is written.
 */
class InstructionFormTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final Signer signer = ledger.signer(authority);
  private final InstructionId id = TestLedger.newInstruction();
  private final String header = signer.header("ES256", SignedInstruction.TYPE);

  /** A payload that the registry would apply. */
  private String payload() {
    return "{\"action\":\"publishCalendar\",\"args\":"
        + "{\"document\":\"%s\",\"holidays\":[],\"makeUpDays\":[],\"year\":2026}"
            .formatted("0".repeat(64))
        + ",\"id\":\"%s\",\"notAfter\":\"%s\",\"participant\":\"%s\"}"
            .formatted(id, notAfter(), authority);
  }

  private String verdict(byte[] jws) {
    String code = ledger.submit(jws).get(0).code();
    boolean applied = code.equals(Verdict.APPLIED);
    assertThat(ledger.find(JournalEntry.key(id)).isPresent()).isEqualTo(applied);
    return code;
  }

  private String verdict(String header, String payload) {
    return verdict(signer.signText(header, payload));
  }

  @Test
  void the_instruction_that_these_tests_change_is_applied() {
    assertThat(verdict(header, payload())).isEqualTo("APPLIED");
  }

  @Test
  void white_space_is_the_clients_choice() {
    assertThat(verdict(header.replace(",", " ,\n"), payload().replace("\":", "\" :\t")))
        .isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "ES384", "RS256", "es256"})
  void another_algorithm_is_malformed(String algorithm) {
    assertThat(verdict(signer.header(algorithm, SignedInstruction.TYPE), payload()))
        .isEqualTo("MALFORMED");
  }

  @Test
  void no_algorithm_and_no_signature_is_malformed() {
    String text =
        new String(
            signer.signText(signer.header("none", SignedInstruction.TYPE), payload()),
            StandardCharsets.US_ASCII);
    byte[] unsigned =
        text.substring(0, text.lastIndexOf('.') + 1).getBytes(StandardCharsets.US_ASCII);
    assertThat(verdict(unsigned)).isEqualTo("MALFORMED");
  }

  @Test
  void another_type_is_malformed() {
    assertThat(verdict(signer.header("ES256", "JWT"), payload())).isEqualTo("MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"crit\":[\"exp\"]", "\"jwk\":{}", "\"b64\":false", "\"x5c\":[]"})
  void a_further_header_member_is_malformed(String member) {
    String more = header.substring(0, header.length() - 1) + "," + member + "}";
    assertThat(verdict(more, payload())).isEqualTo("MALFORMED");
  }

  @Test
  void a_member_missing_from_the_header_is_malformed() {
    assertThat(verdict("{\"alg\":\"ES256\",\"typ\":\"instruction+jws\"}", payload()))
        .isEqualTo("MALFORMED");
  }

  @Test
  void a_member_twice_in_header_payload_or_arguments_is_malformed() {
    String twiceInHeader = header.replace("{", "{\"alg\":\"ES256\",");
    assertThat(verdict(twiceInHeader, payload())).isEqualTo("MALFORMED");
    String twiceInPayload = payload().replace("{\"action\"", "{\"action\":\"x\",\"action\"");
    assertThat(verdict(header, twiceInPayload)).isEqualTo("MALFORMED");
    String twiceInArgs = payload().replace("\"year\":2026", "\"year\":2026,\"year\":2027");
    assertThat(verdict(header, twiceInArgs)).isEqualTo("MALFORMED");
  }

  @Test
  void an_unknown_member_of_the_payload_or_the_arguments_is_malformed() {
    assertThat(verdict(header, payload().replace("{\"action\"", "{\"memo\":1,\"action\"")))
        .isEqualTo("MALFORMED");
    assertThat(verdict(header, payload().replace("{\"document\"", "{\"memo\":1,\"document\"")))
        .isEqualTo("MALFORMED");
  }

  @Test
  void arguments_that_are_not_an_object_are_malformed() {
    String args = payload().replaceAll("\"args\":\\{[^}]*}", "\"args\":[]");
    assertThat(verdict(header, args)).isEqualTo("MALFORMED");
  }

  @Test
  void text_after_the_payload_is_malformed() {
    assertThat(verdict(header, payload() + "{}")).isEqualTo("MALFORMED");
  }

  @Test
  void a_payload_nested_without_end_is_malformed() {
    String nested = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(verdict(header, payload().replace("\"year\":2026", "\"year\":" + nested)))
        .isEqualTo("MALFORMED");
  }

  @Test
  void an_endless_number_is_malformed() {
    assertThat(verdict(header, payload().replace("2026", "9".repeat(10_000))))
        .isEqualTo("MALFORMED");
    assertThat(verdict(header, payload().replace("2026", "2e99999999"))).isEqualTo("MALFORMED");
  }

  @Test
  void a_payload_over_its_limit_is_too_large() {
    String room = " ".repeat(SignedInstruction.PAYLOAD_BYTES_MOST - payload().length());
    assertThat(verdict(header, payload() + room + " ")).isEqualTo("TOO_LARGE");
    assertThat(verdict(header, payload() + room)).isEqualTo("APPLIED");
  }

  @Test
  void a_text_over_its_limit_is_too_large_whatever_it_says() {
    byte[] text = new byte[SignedInstruction.TEXT_MOST + 1];
    Arrays.fill(text, (byte) 'a');
    assertThat(verdict(text)).isEqualTo("TOO_LARGE");
  }

  @Test
  void base64_has_one_accepted_form() {
    String[] parts = parts(signer.signText(header, payload()));
    assertThat(verdict(join(parts[0] + "=", parts[1], parts[2]))).isEqualTo("MALFORMED");
    assertThat(verdict(join(parts[0], parts[1], parts[2] + "=="))).isEqualTo("MALFORMED");
    // 64 bytes are 86 characters, of which the last carries four unused bits.
    char last = parts[2].charAt(85);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char sameBits = alphabet.charAt(alphabet.indexOf(last) + 1);
    String other = parts[2].substring(0, 85) + sameBits;
    assertThat(Base64.getUrlDecoder().decode(other))
        .isEqualTo(Base64.getUrlDecoder().decode(parts[2]));
    assertThat(verdict(join(parts[0], parts[1], other))).isEqualTo("MALFORMED");
    assertThat(verdict(join(parts[0], parts[1], parts[2].replace('-', '+') + "\n")))
        .isEqualTo("MALFORMED");
  }

  @Test
  void a_text_without_three_parts_is_malformed() {
    String[] parts = parts(signer.signText(header, payload()));
    assertThat(verdict(ascii(parts[0] + "." + parts[1]))).isEqualTo("MALFORMED");
    assertThat(verdict(ascii(String.join(".", parts) + ".AAAA"))).isEqualTo("MALFORMED");
    assertThat(verdict(ascii(".."))).isEqualTo("MALFORMED");
    assertThat(verdict(new byte[0])).isEqualTo("MALFORMED");
  }

  @Test
  void a_general_json_serialisation_is_malformed() {
    String[] parts = parts(signer.signText(header, payload()));
    String json =
        "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
            .formatted(parts[1], parts[0], parts[2]);
    assertThat(verdict(ascii(json))).isEqualTo("MALFORMED");
  }

  @Test
  void garbage_is_malformed() {
    Random random = new Random(20250303);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      assertThat(verdict(bytes)).isEqualTo("MALFORMED");
    }
  }

  @Test
  void one_changed_byte_never_leads_to_an_effect() {
    byte[] jws = signer.signText(header, payload());
    int states = ledger.store().state().size();
    for (int i = 0; i < jws.length; i++) {
      byte[] changed = jws.clone();
      changed[i] ^= 1;
      assertThat(verdict(changed)).isNotEqualTo("APPLIED");
    }
    assertThat(ledger.store().state()).hasSize(states);
  }

  @Test
  void an_action_that_is_not_in_the_catalogue_is_unknown() {
    assertThat(verdict(header, payload().replace("publishCalendar", "printMoney")))
        .isEqualTo("UNKNOWN_ACTION");
  }

  @Test
  void the_detail_repeats_no_more_of_the_text_than_a_person_can_read() {
    String long2 = payload().replace("\"year\":2026", "\"" + "y".repeat(20_000) + "\":2026");
    Verdict verdict = ledger.submit(signer.signText(header, long2)).get(0);
    assertThat(Codec.text(verdict)).hasSizeLessThan(700);
  }

  @Test
  void half_a_surrogate_pair_anywhere_harms_nobody_else_in_the_batch() {
    String half = "\\ud83d";
    for (String harmful :
        List.of(
            payload().replace("\"year\"", "\"" + half + "\""),
            payload().replace("{\"action\"", "{\"" + half + "\":1,\"action\""),
            payload().replace("publishCalendar", half),
            payload().replace(authority.value(), half),
            payload().replace("2026", "\"" + half + "\""),
            admission(half),
            admission("y".repeat(200) + "\\ud83d\\ude00".repeat(30)),
            admission("y".repeat(201) + "\\ud83d\\ude00".repeat(30)),
            payload().replace("2026", "\"" + "y".repeat(299) + "\\ud83d\\ude00\""),
            payload()
                .replace(
                    "\"year\"", "\"" + "y".repeat(280) + "\\ud83d\\ude00".repeat(30) + "\""))) {
      InstructionId other = TestLedger.newInstruction();
      byte[] harmless = signer.signText(header, payload().replace(id.value(), other.value()));
      List<Verdict> verdicts = ledger.submit(signer.signText(header, harmful), harmless);
      assertThat(verdicts.get(0).code()).isIn("MALFORMED", "UNKNOWN_ACTION");
      assertThat(verdicts.get(0).detail().orElseThrow())
          .hasSizeLessThanOrEqualTo(RegistryException.DETAIL_MOST)
          .doesNotContainPattern("[\\ud800-\\udbff](?![\\udc00-\\udfff])");
      assertThat(verdicts.get(1).code()).isEqualTo("APPLIED");
    }
  }

  @Test
  void the_detail_says_what_would_be_right_instead() {
    assertThat(detail(admission("PIRATE"))).startsWith("args.roles[0]: is not one of AUTHORITY, ");
    assertThat(detail(payload().replace("2026", "true")))
        .isEqualTo("args.year: is not a whole number");
    assertThat(detail(payload().replace("[]", "{}"))).isEqualTo("args.holidays: is not a list");
    assertThat(detail(payload().replace("\"year\":2026", "\"year\":null")))
        .isEqualTo("args.year: null is not a value: leave the member out");
    assertThat(detail(payload().replace("2026", "20260000000")))
        .isEqualTo("args.year: is too large a number");
    assertThat(detail(payload().replace("[]", "[\"2026-02-30\"]")))
        .isEqualTo("args.holidays[0]: a date is YYYY-MM-DD, from 1900 to 2200");
    assertThat(detail(payload().replace("0".repeat(64), "0")))
        .isEqualTo("args.document: a document is named by its SHA-256: 64 lower-case hex digits");
  }

  @Test
  void all_missing_and_unknown_members_are_told_at_once() {
    assertThat(
            detail(payload().replaceAll("\"args\":\\{[^}]*}", "\"args\":{\"jahr\":1,\"memo\":1}")))
        .isEqualTo(
            "missing: args.document, args.holidays, args.makeUpDays, args.year;"
                + " unknown: args.jahr, args.memo");
    assertThat(detail("{\"action\":\"publishCalendar\",\"args\":{},\"memo\":1}"))
        .isEqualTo("missing: id, notAfter, participant; unknown: memo");
    assertThat(detail(admission("TRADER").replace("\"crv\":\"P-256\"", "\"crav\":1")))
        .isEqualTo("missing: args.keys[0].crv; unknown: args.keys[0].crav");
  }

  @Test
  void text_that_is_not_json_is_told_in_words_of_our_own() {
    assertThat(detail(payload().replace("2026", "2026,\"year\":2027")))
        .isEqualTo("the member year stands twice");
    assertThat(detail(payload().replace("2026", "20a6"))).isEqualTo("the text is not JSON");
    assertThat(detail(payload() + "{}")).isEqualTo("something follows after the JSON value");
    assertThat(detail(payload().replace("2026", "[".repeat(50) + "]".repeat(50))))
        .isEqualTo("the text is nested too deeply, or has too long a name or number");
    assertThat(detail("")).isEqualTo("the text is not one JSON value");
  }

  /** One text in other encodings, each of which a parser that guesses would read. */
  private static Stream<byte[]> otherForms(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, utf8),
        text.getBytes(StandardCharsets.UTF_16),
        text.getBytes(StandardCharsets.UTF_16BE),
        text.getBytes(StandardCharsets.UTF_16LE),
        joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, text.getBytes(StandardCharsets.UTF_16LE)),
        text.getBytes(Charset.forName("UTF-32BE")),
        text.getBytes(Charset.forName("UTF-32LE")),
        // The letter a of "alg" or "action" in two and in three bytes.
        replaced(utf8, 'a', 0xC1, 0xA1),
        replaced(utf8, 'a', 0xE0, 0x81, 0xA1),
        // What is no character: half a pair, beyond U+10FFFF, a lone continuation, a cut end.
        replaced(utf8, 'a', 0xED, 0xA0, 0x80),
        replaced(utf8, 'a', 0xF4, 0x90, 0x80, 0x80),
        replaced(utf8, 'a', 0xF5, 0x80, 0x80, 0x80),
        replaced(utf8, 'a', 0x80),
        replaced(utf8, 'a', 0xC3),
        joined(utf8, new byte[] {(byte) 0xE4, (byte) 0xB8}),
        joined(utf8, new byte[] {0}));
  }

  private static byte[] replaced(byte[] text, char character, int... bytes) {
    int at = new String(text, StandardCharsets.UTF_8).indexOf(character);
    byte[] other = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      other[i] = (byte) bytes[i];
    }
    return joined(
        Arrays.copyOf(text, at), joined(other, Arrays.copyOfRange(text, at + 1, text.length)));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void a_payload_or_header_that_is_not_strictly_utf_8_is_malformed() {
    byte[] plainHeader = header.getBytes(StandardCharsets.UTF_8);
    byte[] plainPayload = payload().getBytes(StandardCharsets.UTF_8);
    otherForms(payload())
        .forEach(
            other ->
                assertThat(verdict(signer.signBytes(plainHeader, other))).isEqualTo("MALFORMED"));
    otherForms(header)
        .forEach(
            other ->
                assertThat(verdict(signer.signBytes(other, plainPayload))).isEqualTo("MALFORMED"));
    assertThat(verdict(signer.signBytes(plainHeader, plainPayload))).isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03-03T02:30:00Z",
        "2025-03-03T02:30:00.5Z",
        "2025-03-03T02:30:00.123456789Z",
        "2025-03-03t02:30:00z",
        "2025-03-03T10:30:00+08:00",
        "2025-03-02T16:30:00.000-10:00",
        "2025-03-04T02:15:00+23:45",
        "2025-03-02T02:31:00-23:59",
        "2025-03-03T02:30:00-00:00"
      })
  void not_after_is_any_date_time_of_rfc_3339(String time) {
    assertThat(verdict(header, payload().replace(notAfter(), time))).isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03-03T02:30Z",
        "2025-03-03T02:30:00.Z",
        "2025-03-03T02:30:00,5Z",
        "2025-03-03T02:30:00.1234567890Z",
        "2025-03-03T02:30:00",
        "2025-03-03 02:30:00Z",
        "2025-03-03T10:30:00+08",
        "2025-03-03T10:30:00+0800",
        "2025-03-03T10:30:00+08:00:00",
        "2025-03-03T10:30:00+24:00",
        "2025-03-03T02:30:60Z",
        "2025-03-03T24:00:00Z",
        "2025-03-03T2:30:00Z",
        "2025-02-29T02:30:00Z",
        "2025-3-3T02:30:00Z",
        "+2025-03-03T02:30:00Z",
        "20250303T023000Z",
        "2025-W10-1T02:30:00Z",
        "２０２５-03-03T02:30:00Z",
        " 2025-03-03T02:30:00Z",
        "2025-03-03T02:30:00Z[Asia/Shanghai]",
        "1740969000"
      })
  void not_after_in_any_other_form_is_malformed(String time) {
    assertThat(verdict(header, payload().replace(notAfter(), time))).isEqualTo("MALFORMED");
  }

  private String notAfter() {
    return ledger.time().plus(Duration.ofHours(1)).toString();
  }

  private String detail(String payload) {
    return ledger.submit(signer.signText(header, payload)).get(0).detail().orElseThrow();
  }

  /** An admission with a role that is none. */
  private String admission(String role) {
    String args =
        Codec.text(Catalogue.find("admitParticipant").orElseThrow().example())
            .replace("\"TRADER\"", "\"" + role + "\"");
    return payload()
        .replace("publishCalendar", "admitParticipant")
        .replaceAll(
            "\"args\":\\{[^}]*}", java.util.regex.Matcher.quoteReplacement("\"args\":" + args));
  }

  private static String[] parts(byte[] jws) {
    return new String(jws, StandardCharsets.US_ASCII).split("\\.");
  }

  private static byte[] join(String first, String second, String third) {
    return ascii(first + "." + second + "." + third);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
