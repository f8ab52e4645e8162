// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.scripts;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the scripts do to an office's keys and certificates, on a network that does not run: they
 * check before they change anything, and lose nothing when they are broken off.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the network's scripts are for Linux")
class ScriptKeysTest {
  private static final String OFFICE = "beijing";

  /** What every test begins with: two offices of a channel, with certificates by openssl. */
  @TempDir static Path made;

  @TempDir Path work;

  private Scripts scripts;
  private Path home;

  @BeforeAll
  static void two_offices_have_their_keys() throws IOException {
    Scripts making = new Scripts(made);
    for (String office : List.of(OFFICE, "tianjin")) {
      Path home = making.data().resolve(office);
      Files.createDirectories(home.resolve("issuing"));
      Scripts.Played played =
          making.play(Script.named("fabric/steps/certificates-openssl"), List.of(office), Map.of());
      assertThat(played.code()).as(played.printed()).isZero();
      Files.move(home.resolve("issuing/identity"), home.resolve("identity"));
    }
    Files.createDirectories(making.data().resolve("channel"));
    Files.writeString(making.data().resolve("channel/genesis.block"), "");
  }

  @BeforeEach
  void as_they_are_before_a_start() throws IOException {
    scripts = new Scripts(work);
    scripts.replace(
        List.of(
            "peer", "orderer", "osnadmin", "configtxgen", "configtxlator", "cryptogen", "setsid"));
    copy(made.resolve("network"), scripts.data());
    home = scripts.data().resolve(OFFICE);
  }

  private Scripts.Played play(String script, String... arguments) {
    return scripts.play(Script.named(script), List.of(arguments), Map.of());
  }

  private void refused(Scripts.Played played, String word) {
    assertThat(played.code()).as(played.printed()).isEqualTo(1);
    assertThat(played.printed()).contains(word);
  }

  private Map<String, String> files(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .collect(toMap(each -> directory.relativize(each).toString(), ScriptKeysTest::text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509Certificate certificate(Path file) {
    try (var stream = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
    } catch (IOException | CertificateException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static String serial(X509Certificate certificate) {
    String digits = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    // As openssl writes it: whole bytes.
    return digits.length() % 2 == 0 ? digits : "0" + digits;
  }

  private Path signing(String node) {
    return home.resolve("identity/" + node + "/msp/signcerts/cert.pem");
  }

  @Test
  void an_administrators_certificate_is_renewed_and_the_old_one_kept_in_the_archive() {
    X509Certificate before = certificate(signing("admin"));
    String key = text(home.resolve("identity/admin/msp/keystore/priv_sk"));
    Scripts.Played played = play("fabric/renew", OFFICE, "admin");
    assertThat(played.code()).as(played.printed()).isZero();
    X509Certificate after = certificate(signing("admin"));
    assertThat(after.getSerialNumber()).isNotEqualTo(before.getSerialNumber());
    assertThat(after.getSubjectX500Principal()).isEqualTo(before.getSubjectX500Principal());
    assertThat(
            files(home.resolve("ca/issued")).keySet().stream()
                .filter(each -> each.startsWith("admin-signing-")))
        .hasSize(2)
        .anyMatch(each -> each.contains(serial(before)))
        .anyMatch(each -> each.contains(serial(after)));
    assertThat(files(home)).doesNotContainValue(key);
  }

  @Test
  void without_the_authoritys_key_nothing_is_renewed() throws IOException {
    Files.delete(home.resolve("ca/tls/key.pem"));
    Map<String, String> before = files(home);
    for (String what : List.of("admin", "gateway", "orderer", "authority")) {
      refused(play("fabric/renew", OFFICE, what), "ca/tls/key.pem");
    }
    assertThat(files(home)).isEqualTo(before);
  }

  @Test
  void before_the_first_start_nothing_is_renewed_or_revoked() throws IOException {
    Files.delete(scripts.data().resolve("channel/genesis.block"));
    Map<String, String> before = files(home);
    refused(play("fabric/renew", OFFICE, "orderer"), "network/fabric/up");
    refused(play("fabric/revoke", OFFICE, "gateway"), "network/fabric/up");
    assertThat(files(home)).isEqualTo(before);
  }

  @Test
  void an_orderer_is_not_renewed_while_the_others_do_not_run() {
    Map<String, String> before = files(home);
    refused(play("fabric/renew", OFFICE, "orderer"), "tianjin does not answer");
    assertThat(files(home)).isEqualTo(before);
  }

  @Test
  void a_renewal_that_was_broken_off_goes_on_with_the_keys_that_it_had_made() throws IOException {
    Path made = home.resolve("renewing/admin");
    copy(home.resolve("identity/admin"), made);
    assertThat(
            play("fabric/steps/issue", OFFICE, "admin", home.resolve("renewing").toString()).code())
        .isZero();
    Files.writeString(made.resolve("running"), "");
    Files.writeString(made.resolve("made"), "");
    String key = text(made.resolve("msp/keystore/priv_sk"));
    assertThat(play("fabric/renew", OFFICE, "admin").code()).isZero();
    assertThat(text(home.resolve("identity/admin/msp/keystore/priv_sk"))).isEqualTo(key);
    assertThat(files(home.resolve("renewing"))).isEmpty();
  }

  @Test
  void keys_that_were_taken_away_and_not_put_in_place_yet_are_put_there() throws IOException {
    Path made = home.resolve("renewing/admin");
    Files.createDirectories(home.resolve("renewing"));
    Files.move(home.resolve("identity/admin"), made);
    Files.writeString(made.resolve("running"), "");
    Files.writeString(made.resolve("made"), "");
    assertThat(play("fabric/renew", OFFICE, "gateway").code()).isZero();
    assertThat(home.resolve("identity/admin/tls/key.pem")).exists();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Test
  void what_nobody_issued_is_not_revoked() {
    refused(
        play("fabric/revoke", OFFICE, "0123456789ABCDEF"), "no certificate with the serial number");
    assertThat(home.resolve("ca/signing/index.txt")).doesNotExist();
  }

  @Test
  void another_authoritys_certificate_is_not_revoked() {
    Path other = scripts.data().resolve("tianjin");
    refused(
        play(
            "fabric/revoke",
            OFFICE,
            other.resolve("identity/gateway/msp/signcerts/cert.pem").toString()),
        "was not issued by beijing's authority");
    refused(
        play("fabric/revoke", OFFICE, home.resolve("identity/gateway/tls/cert.pem").toString()),
        "certificate for TLS");
  }

  @Test
  void after_a_renewal_a_name_does_not_say_which_certificate_is_meant() {
    String before = serial(certificate(signing("gateway")));
    assertThat(play("fabric/renew", OFFICE, "gateway").code()).isZero();
    Scripts.Played played = play("fabric/revoke", OFFICE, "gateway");
    refused(played, "give the serial number");
    assertThat(played.printed()).contains(before).contains(serial(certificate(signing("gateway"))));
  }

  @Test
  void the_list_of_certificates_tells_which_are_in_use_and_until_when() {
    String before = serial(certificate(signing("gateway")));
    assertThat(play("fabric/renew", OFFICE, "gateway").code()).isZero();
    X509Certificate now = certificate(signing("gateway"));
    List<String> listed = play("fabric/certificates", OFFICE).printed().lines().toList();
    assertThat(listed).anyMatch(each -> each.contains(before) && each.endsWith("replaced"));
    assertThat(listed)
        .anyMatch(
            each ->
                each.contains(serial(now))
                    && each.contains(now.getNotAfter().toInstant().toString().substring(0, 10))
                    && each.endsWith("in use"));
    assertThat(play("fabric/certificates", OFFICE, "--metrics").printed())
        .contains(
            "holder=\"gateway\",use=\"signing\",serial=\"%s\"} %d"
                .formatted(serial(now), now.getNotAfter().toInstant().getEpochSecond()))
        .doesNotContain(before)
        .contains("holder=\"authority\",use=\"tls\"");
  }

  @Test
  void a_founder_whose_directory_is_lost_gets_no_new_authority() throws IOException {
    deleteTree(home);
    refused(play("fabric/up"), "beijing lacks msp ca/signing/cert.pem");
    refused(play("fabric/steps/certificates", OFFICE), "beijing lacks msp ca/signing/cert.pem");
    refused(play("fabric/restore-peer", OFFICE), "office-lost.md");
    assertThat(home).doesNotExist();
    assertThat(scripts.started()).isEmpty();
  }

  @Test
  void an_office_that_lost_everything_has_its_keys_its_inbox_and_its_documents_from_the_backup()
      throws IOException {
    Files.writeString(scripts.data().resolve("gateway.jar"), "");
    Path inbox = Files.createDirectories(home.resolve("gateway/inbox"));
    Files.writeString(inbox.resolve("inbox-1.log"), "acknowledged before the backup");
    Path documents = Files.createDirectories(home.resolve("gateway/documents/ab"));
    Files.writeString(documents.resolve("ab12"), "tenure");
    Files.writeString(documents.resolve("ab12.json"), "{}");
    Path incoming = Files.createDirectories(home.resolve("gateway/documents/incoming"));
    Files.writeString(incoming.resolve("document-1.part"), "half of a file");
    Path backup = work.resolve("backup.tar.gz");
    Path lean = work.resolve("lean.tar.gz");
    assertThat(play("fabric/backup", OFFICE, lean.toString(), "--without-documents").code())
        .isZero();
    assertThat(play("fabric/backup", OFFICE, backup.toString()).code()).isZero();
    assertThat(Files.size(lean)).isLessThan(Files.size(backup));
    Files.delete(incoming.resolve("document-1.part"));
    assertThat(Files.getPosixFilePermissions(backup))
        .as("it holds private keys")
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Map<String, String> before = files(home);
    Files.writeString(inbox.resolve("inbox-1.log"), "acknowledged since");
    Path survived = work.resolve("inbox");
    Files.move(inbox, survived);
    refused(play("fabric/restore-office", OFFICE, backup.toString()), "still has its keys");
    deleteTree(home);
    // A disk of documents that was not lost has what came since; an older gateway's rest goes.
    Files.createDirectories(documents);
    Files.writeString(documents.resolve("ab34"), "a design that came since");
    Files.writeString(documents.resolve("ab12.json"), "{\"since\": 1}");
    Files.writeString(home.resolve("gateway/projection.mv.db"), "of another ledger");
    refused(
        play("fabric/restore-office", OFFICE, work.resolve("network/gateway.jar").toString()),
        "is no backup of beijing");

    // Its orderer does not start here, as setsid only leaves a mark; the keys are there by then.
    Map<String, String> settings = Map.of("START_SECONDS", "1", "GRASSLAND_NETWORK_PORTS", "61100");
    Scripts.Played played =
        scripts.play(
            Script.named("fabric/restore-office"),
            List.of(OFFICE, backup.toString(), survived.toString()),
            settings);
    refused(played, "did not start");
    Map<String, String> after = files(home);
    assertThat(after).containsEntry("gateway/inbox/inbox-1.log", "acknowledged since");
    before.remove("gateway/inbox/inbox-1.log");
    assertThat(after)
        .containsEntry("gateway/documents/ab/ab34", "a design that came since")
        .containsEntry("gateway/documents/ab/ab12.json", "{\"since\": 1}")
        .doesNotContainKey("gateway/projection.mv.db");
    before.remove("gateway/documents/ab/ab12.json");
    assertThat(before).containsKey("gateway/documents/ab/ab12");
    assertThat(after).containsAllEntriesOf(before);
  }

  @Test
  void a_channel_whose_first_block_is_lost_is_not_made_a_second_time() throws IOException {
    Files.delete(scripts.data().resolve("channel/genesis.block"));
    Files.createDirectories(home.resolve("orderer/chains/grassland"));
    refused(play("fabric/up"), "channel is lost");
    assertThat(scripts.started()).isEmpty();
  }

  private static void deleteTree(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void a_ledger_stays_where_it_is_when_the_snapshot_is_none() throws IOException {
    Files.createDirectories(home.resolve("peer"));
    Path snapshot = Files.createDirectories(work.resolve("snapshot"));
    Scripts.Played played = play("fabric/restore-peer", OFFICE, snapshot.toString());
    assertThat(played.code()).as(played.printed()).isEqualTo(2);
    assertThat(home.resolve("peer")).exists();
    assertThat(scripts.started()).isEmpty();
  }
}
