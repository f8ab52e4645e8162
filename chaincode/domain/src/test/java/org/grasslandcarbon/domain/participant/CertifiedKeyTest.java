// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.testing.CertificateMaker;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** Keys that come with a certificate chain. The ledger's time in these tests is 2025-03-03. */
class CertifiedKeyTest {
  private static final String ROOT = "CN=Root,O=Example CA,C=CN";
  private static final String MIDDLE = "CN=Middle,O=Example CA,C=CN";
  private static final String ISSUER = "CN=Issuer,O=Example CA,C=CN";

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final String subject = "CN=Trader,2.5.4.97=NTRCN-" + trader + ",C=CN";

  private final CertificateMaker.Pair rootKey = CertificateMaker.p256();
  private final CertificateMaker.Pair issuerKey = CertificateMaker.p384();
  private final CertificateMaker.Elliptic ownKey = CertificateMaker.p256();
  private final String root =
      CertificateMaker.of(rootKey, ROOT).authority().issuedBy(rootKey, ROOT);
  private final String issuer =
      CertificateMaker.of(issuerKey, ISSUER).authority().issuedBy(rootKey, ROOT);

  private CertificateMaker own() {
    return CertificateMaker.of(ownKey, subject).usage(KeyUsage.digitalSignature);
  }

  private String verdict(String... chain) {
    return ledger
        .submit(trader, new AddKey(Optional.of(List.of(chain)), Optional.empty(), trader))
        .code();
  }

  private void trust(String certificate) {
    ledger.apply(
        authority,
        new PublishTrustAnchor(
            certificate, Sha256.of("licence"), Name.of("示例机构", "Example authority")));
  }

  private static Sha256 digest(String certificate) {
    return Sha256.of(Base64.getDecoder().decode(certificate));
  }

  @Test
  void a_key_is_registered_with_a_chain_to_a_trust_anchor() {
    trust(root);
    String certificate = own().issuedBy(issuerKey, ISSUER);
    assertThat(verdict(certificate, issuer, root)).isEqualTo("APPLIED");
    KeyId kid = new KeyId(ownKey.jwk().thumbprint());
    RegisteredKey key = ledger.find(RegisteredKey.key(kid)).orElseThrow();
    assertThat(key.jwk()).isEqualTo(ownKey.jwk());
    assertThat(key.certificate()).contains(digest(certificate));
    assertThat(ledger.find(Participant.key(trader)).orElseThrow().keys()).contains(kid);
  }

  @Test
  void an_anchor_may_issue_to_a_participant_itself() {
    trust(root);
    assertThat(verdict(own().issuedBy(rootKey, ROOT), root)).isEqualTo("APPLIED");
  }

  @Test
  void a_chain_of_four_is_accepted() {
    trust(root);
    CertificateMaker.Pair middleKey = CertificateMaker.rsa(2_048);
    String middle = CertificateMaker.of(middleKey, MIDDLE).authority(1).issuedBy(rootKey, ROOT);
    String below = CertificateMaker.of(issuerKey, ISSUER).authority(0).issuedBy(middleKey, MIDDLE);
    assertThat(verdict(own().issuedBy(issuerKey, ISSUER), below, middle, root))
        .isEqualTo("APPLIED");
  }

  @Test
  void a_chain_longer_than_four_is_malformed() {
    trust(root);
    String own = own().issuedBy(issuerKey, ISSUER);
    assertThat(verdict(own, issuer, issuer, issuer, root)).isEqualTo("MALFORMED");
  }

  @Test
  void an_rsa_authority_is_accepted() {
    CertificateMaker.Pair rsa = CertificateMaker.rsa(2_048);
    String anchor = CertificateMaker.of(rsa, ROOT).authority().issuedBy(rsa, ROOT);
    trust(anchor);
    assertThat(verdict(own().issuedBy(rsa, ROOT), anchor)).isEqualTo("APPLIED");
  }

  @Test
  void the_code_may_stand_in_the_serial_number_or_the_common_name() {
    trust(root);
    String inSerial =
        CertificateMaker.of(ownKey, "2.5.4.5=" + trader + ",CN=Trader").issuedBy(rootKey, ROOT);
    assertThat(verdict(inSerial, root)).isEqualTo("APPLIED");
    CertificateMaker.Elliptic second = CertificateMaker.p256();
    String inName =
        CertificateMaker.of(second, "CN=Example enterprise " + trader + " A1")
            .issuedBy(rootKey, ROOT);
    assertThat(verdict(inName, root)).isEqualTo("APPLIED");
  }

  @Test
  void a_chain_to_an_anchor_that_is_not_published_is_refused() {
    assertThat(verdict(own().issuedBy(rootKey, ROOT), root)).isEqualTo("UNKNOWN_TRUST_ANCHOR");
  }

  @Test
  void a_chain_to_a_withdrawn_anchor_is_refused_and_earlier_keys_stay() {
    trust(root);
    assertThat(verdict(own().issuedBy(rootKey, ROOT), root)).isEqualTo("APPLIED");
    ledger.apply(authority, new WithdrawTrustAnchor("licence ended", digest(root)));
    String other = CertificateMaker.of(CertificateMaker.p256(), subject).issuedBy(rootKey, ROOT);
    assertThat(verdict(other, root)).isEqualTo("UNKNOWN_TRUST_ANCHOR");
    KeyId kid = new KeyId(ownKey.jwk().thumbprint());
    assertThat(ledger.find(RegisteredKey.key(kid)).orElseThrow().isRevoked()).isFalse();
  }

  @Test
  void a_certificate_of_another_subject_is_refused() {
    trust(root);
    String others =
        CertificateMaker.of(ownKey, "CN=Other,2.5.4.97=NTRCN-" + ledger.newId())
            .issuedBy(rootKey, ROOT);
    assertThat(verdict(others, root)).isEqualTo("BAD_CERTIFICATE");
    String inside = CertificateMaker.of(ownKey, "CN=X" + trader + "Y").issuedBy(rootKey, ROOT);
    assertThat(verdict(inside, root)).isEqualTo("BAD_CERTIFICATE");
    String elsewhere = CertificateMaker.of(ownKey, "CN=Other,OU=" + trader).issuedBy(rootKey, ROOT);
    assertThat(verdict(elsewhere, root)).isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void a_certificate_out_of_date_is_refused() {
    trust(root);
    String past =
        own().valid("2024-01-01T00:00:00Z", "2025-03-03T01:59:59Z").issuedBy(rootKey, ROOT);
    assertThat(verdict(past, root)).isEqualTo("BAD_CERTIFICATE");
    String future =
        own().valid("2025-03-03T02:00:01Z", "2026-01-01T00:00:00Z").issuedBy(rootKey, ROOT);
    assertThat(verdict(future, root)).isEqualTo("BAD_CERTIFICATE");
    String today =
        own().valid("2025-03-03T02:00:00Z", "2025-03-03T02:00:00Z").issuedBy(rootKey, ROOT);
    assertThat(verdict(today, root)).isEqualTo("APPLIED");
  }

  @Test
  void an_authority_out_of_date_is_refused() {
    trust(root);
    String old =
        CertificateMaker.of(issuerKey, ISSUER)
            .authority()
            .valid("2020-01-01T00:00:00Z", "2024-12-31T00:00:00Z")
            .issuedBy(rootKey, ROOT);
    assertThat(verdict(own().issuedBy(issuerKey, ISSUER), old, root)).isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void an_issuer_that_is_no_authority_is_refused() {
    trust(root);
    String plain = CertificateMaker.of(issuerKey, ISSUER).issuedBy(rootKey, ROOT);
    assertThat(verdict(own().issuedBy(issuerKey, ISSUER), plain, root))
        .isEqualTo("BAD_CERTIFICATE");
    String notForIssuing =
        CertificateMaker.of(issuerKey, ISSUER)
            .authority()
            .usage(KeyUsage.digitalSignature)
            .issuedBy(rootKey, ROOT);
    assertThat(verdict(own().issuedBy(issuerKey, ISSUER), notForIssuing, root))
        .isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void a_path_longer_than_an_authority_permits_is_refused() {
    String narrow = CertificateMaker.of(rootKey, ROOT).authority(0).issuedBy(rootKey, ROOT);
    trust(narrow);
    assertThat(verdict(own().issuedBy(issuerKey, ISSUER), issuer, narrow))
        .isEqualTo("BAD_CERTIFICATE");
    assertThat(verdict(own().issuedBy(rootKey, ROOT), narrow)).isEqualTo("APPLIED");
  }

  @Test
  void an_authoritys_certificate_is_not_a_participants() {
    trust(root);
    String authorityToo = CertificateMaker.of(ownKey, subject).authority().issuedBy(rootKey, ROOT);
    assertThat(verdict(authorityToo, root)).isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void a_certificate_that_is_not_for_signing_is_refused() {
    trust(root);
    String agreement = own().usage(KeyUsage.keyAgreement).issuedBy(rootKey, ROOT);
    assertThat(verdict(agreement, root)).isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void a_critical_extension_that_is_not_understood_is_refused() {
    trust(root);
    String strange = own().criticalExtension("2.5.29.30").issuedBy(rootKey, ROOT);
    assertThat(verdict(strange, root)).isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void a_signature_by_another_key_is_refused() {
    trust(root);
    CertificateMaker.Pair impostor = CertificateMaker.p256();
    assertThat(verdict(own().issuedBy(impostor, ROOT), root)).isEqualTo("BAD_CERTIFICATE");
    assertThat(verdict(own().issuedBy(rootKey, "CN=Another"), root)).isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void a_weak_algorithm_is_refused() {
    trust(root);
    String sha1 = own().signedWith(X9ObjectIdentifiers.ecdsa_with_SHA1).issuedBy(rootKey, ROOT);
    assertThat(verdict(sha1, root)).isEqualTo("BAD_CERTIFICATE");
    CertificateMaker.Pair rsa = CertificateMaker.rsa(2_048);
    String anchor = CertificateMaker.of(rsa, ROOT).authority().issuedBy(rsa, ROOT);
    trust(anchor);
    String rsaSha1 =
        own().signedWith(PKCSObjectIdentifiers.sha1WithRSAEncryption).issuedBy(rsa, ROOT);
    assertThat(verdict(rsaSha1, anchor)).isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void a_participants_key_that_is_not_on_p256_is_refused() {
    trust(root);
    String p384 = CertificateMaker.of(CertificateMaker.p384(), subject).issuedBy(rootKey, ROOT);
    assertThat(verdict(p384, root)).isEqualTo("BAD_CERTIFICATE");
  }

  /** Of every byte a bit, in turn another; all of them with {@code -Dgrassland.bit-step=1}. */
  @Test
  void one_changed_bit_of_a_certificate_is_refused() {
    trust(root);
    byte[] der = Base64.getDecoder().decode(own().issuedBy(rootKey, ROOT));
    int refused = 0;
    for (int i = 0; i < der.length * 8; i += Integer.getInteger("grassland.bit-step", 7)) {
      byte[] changed = der.clone();
      changed[i / 8] ^= (byte) (1 << i % 8);
      assertThat(verdict(Base64.getEncoder().encodeToString(changed), root))
          .as("bit %s", i)
          .isEqualTo("BAD_CERTIFICATE");
      if (++refused % 400 == 0) {
        ledger.advance(Duration.ofHours(1)); // so many refusals an hour are journaled
      }
    }
  }

  @Test
  void text_after_a_certificate_is_refused() {
    trust(root);
    byte[] der = Base64.getDecoder().decode(own().issuedBy(rootKey, ROOT));
    byte[] longer = java.util.Arrays.copyOf(der, der.length + 3);
    assertThat(verdict(Base64.getEncoder().encodeToString(longer), root))
        .isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void an_anchor_that_cannot_be_one_is_refused() {
    assertThat(anchor(CertificateMaker.of(rootKey, ROOT).issuedBy(rootKey, ROOT)))
        .isEqualTo("BAD_CERTIFICATE");
    CertificateMaker.Pair weak = CertificateMaker.rsa(1_024);
    assertThat(anchor(CertificateMaker.of(weak, ROOT).authority().issuedBy(weak, ROOT)))
        .isEqualTo("BAD_CERTIFICATE");
    CertificateMaker.Pair p521 = CertificateMaker.p521();
    assertThat(anchor(CertificateMaker.of(p521, ROOT).authority().issuedBy(p521, ROOT)))
        .isEqualTo("BAD_CERTIFICATE");
    String ended =
        CertificateMaker.of(rootKey, ROOT)
            .authority()
            .valid("2020-01-01T00:00:00Z", "2025-01-01T00:00:00Z")
            .issuedBy(rootKey, ROOT);
    assertThat(anchor(ended)).isEqualTo("BAD_CERTIFICATE");
    assertThat(anchor(Base64.getEncoder().encodeToString(new byte[] {0x30, 0x00})))
        .isEqualTo("BAD_CERTIFICATE");
  }

  @Test
  void a_certificate_that_is_not_base64_or_not_canonical_is_malformed() {
    for (String text : List.of("not base64", "QQ", "QR==")) {
      assertThatThrownBy(
              () -> new PublishTrustAnchor(text, Sha256.of("licence"), Name.of("机构", "CA")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private String anchor(String certificate) {
    return ledger
        .submit(
            authority,
            new PublishTrustAnchor(certificate, Sha256.of("licence"), Name.of("机构", "Authority")))
        .code();
  }

  @Test
  void an_anchor_is_published_once_until_it_is_withdrawn() {
    assertThat(anchor(root)).isEqualTo("APPLIED");
    assertThat(anchor(root)).isEqualTo("WRONG_STATE");
    WithdrawTrustAnchor withdrawal = new WithdrawTrustAnchor("licence ended", digest(root));
    assertThat(ledger.submit(authority, withdrawal).code()).isEqualTo("APPLIED");
    assertThat(ledger.submit(authority, withdrawal).code()).isEqualTo("WRONG_STATE");
    assertThat(anchor(root)).isEqualTo("APPLIED");
  }

  @Test
  void an_anchor_that_was_never_published_cannot_be_withdrawn() {
    assertThat(
            ledger.submit(authority, new WithdrawTrustAnchor("licence ended", digest(root))).code())
        .isEqualTo("UNKNOWN_TRUST_ANCHOR");
  }
}
