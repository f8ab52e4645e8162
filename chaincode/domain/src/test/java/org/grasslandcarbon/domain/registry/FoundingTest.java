// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FoundingTest {
  private static final Instant TIME = Instant.parse("2025-01-01T00:00:00Z");
  private static final ParticipantId AUTHORITY = new ParticipantId("91110000600037341L");
  private static final ParticipantId OFFICE = new ParticipantId("91350100M000100Y43");

  private final MapStore store = new MapStore();
  private final Registry registry =
      new Registry(
          Runnable::run,
          Set.of("BeijingMSP", "HebeiMSP", "InnerMongoliaMSP"),
          (where, defect) -> {});

  private static FoundingDocument document(String name) {
    return new FoundingDocument(
        List.of(
            new FoundingDocument.Founder(
                AUTHORITY,
                List.of(Signer.seeded(1).jwk()),
                Name.of("国家主管部门", name),
                RegionCode.NATION,
                Role.AUTHORITY),
            new FoundingDocument.Founder(
                OFFICE,
                List.of(Signer.seeded(2).jwk(), Signer.seeded(3).jwk()),
                Name.of("内蒙古办公室", "Office"),
                TestLedger.INNER_MONGOLIA,
                Role.OFFICE)),
        List.of(
            new Region(
                TestLedger.INNER_MONGOLIA,
                Name.of("内蒙古", "Inner Mongolia"),
                LocalDate.of(2020, 1, 1),
                Optional.empty())));
  }

  private Founding send(String organisation, byte[] document) {
    return Codec.read(registry.bootstrap(document, organisation, TIME, store), Founding.class);
  }

  private Founding send(String organisation, String name) {
    return send(organisation, Codec.write(document(name)));
  }

  private void refused(String code, String organisation, byte[] document) {
    int before = store.state().size();
    assertThatThrownBy(() -> send(organisation, document))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.code().name()).isEqualTo(code));
    assertThat(store.state()).hasSize(before);
  }

  private boolean isOnLedger(String keyText) {
    return store.state().containsKey(keyText);
  }

  @Test
  void the_registry_is_founded_when_the_last_organisation_has_sent_the_document() {
    assertThat(send("BeijingMSP", "Authority").foundedAt()).isEmpty();
    assertThat(send("HebeiMSP", "Authority").foundedAt()).isEmpty();
    assertThat(isOnLedger(Participant.key(AUTHORITY).text())).isFalse();
    assertThat(send("InnerMongoliaMSP", "Authority").foundedAt()).contains(TIME);
    assertThat(isOnLedger(Participant.key(AUTHORITY).text())).isTrue();
    assertThat(isOnLedger(Participant.key(OFFICE).text())).isTrue();
    assertThat(isOnLedger(RegisteredKey.key(Signer.seeded(3).kid()).text())).isTrue();
    assertThat(isOnLedger(Region.key(TestLedger.INNER_MONGOLIA).text())).isTrue();
  }

  @Test
  void an_organisation_that_disagrees_holds_the_founding_up_until_it_agrees() {
    send("BeijingMSP", "Authority");
    send("HebeiMSP", "Another authority");
    assertThat(send("InnerMongoliaMSP", "Authority").foundedAt()).isEmpty();
    assertThat(isOnLedger(Participant.key(AUTHORITY).text())).isFalse();
    assertThat(send("HebeiMSP", "Authority").foundedAt()).isPresent();
  }

  @Test
  void one_organisation_alone_cannot_found_by_sending_again() {
    send("BeijingMSP", "Authority");
    send("BeijingMSP", "Authority");
    assertThat(send("BeijingMSP", "Authority").foundedAt()).isEmpty();
  }

  @Test
  void a_stranger_is_refused() {
    refused("NOT_ALLOWED", "GansuMSP", Codec.write(document("Authority")));
  }

  @Test
  void the_registry_is_founded_once() {
    send("BeijingMSP", "Authority");
    send("HebeiMSP", "Authority");
    send("InnerMongoliaMSP", "Authority");
    refused("ALREADY_FOUNDED", "BeijingMSP", Codec.write(document("Authority")));
    refused("ALREADY_FOUNDED", "HebeiMSP", Codec.write(document("Usurper")));
  }

  @Test
  void a_document_that_is_not_in_form_is_refused() {
    refused("MALFORMED", "BeijingMSP", "{}".getBytes(StandardCharsets.UTF_8));
    refused("MALFORMED", "BeijingMSP", new byte[] {'[', 0});
    String text = Codec.text(document("Authority"));
    refused(
        "MALFORMED",
        "BeijingMSP",
        text.replace("\"OFFICE\"", "\"TRADER\"").getBytes(StandardCharsets.UTF_8));
    refused(
        "MALFORMED",
        "BeijingMSP",
        text.replace(AUTHORITY.value(), "911100006000373410").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void before_the_founding_there_is_nobody_to_give_an_instruction() {
    byte[] jws =
        Signer.seeded(1)
            .sign(
                TestLedger.newInstruction(),
                AUTHORITY,
                "publishCalendar",
                java.util.Map.of(
                    "year", 2026,
                    "holidays", List.of(),
                    "makeUpDays", List.of(),
                    "document", "0".repeat(64)),
                TIME.plusSeconds(60));
    JsonNode verdicts = Codec.readTree(registry.submit(List.of(jws), TIME, store));
    assertThat(verdicts.get(0).get("code").asString()).isEqualTo("UNKNOWN_PARTICIPANT");
  }
}
