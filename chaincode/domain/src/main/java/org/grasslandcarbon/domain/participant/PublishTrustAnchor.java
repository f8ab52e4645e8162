// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.pki.Certificate;
import org.grasslandcarbon.domain.pki.CertificateChain;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Trusts a certification authority to name participants' keys from now on (LEDGER section 1). A
 * withdrawn anchor may be published again.
 *
 * @param certificate its certificate, DER in base64
 * @param document the licence of the certification authority
 * @param name zh and en
 */
public record PublishTrustAnchor(
    @Means(en = "The authority's certificate, DER in base64", zh = "证书（DER，base64）")
        @Most(Certificate.BASE64_MOST)
        String certificate,
    @Means(en = "SHA-256 of the certification authority's licence", zh = "电子认证服务许可文件的 SHA-256 摘要")
        Sha256 document,
    @Means(en = "Name of the certification authority", zh = "电子认证机构名称") Name name)
    implements Action {

  /** A self-signed certificate of no real authority, valid until 2049. */
  private static final String EXAMPLE =
      "MIIBtzCCAV2gAwIBAgIBATAKBggqhkjOPQQDAjBRMRgwFgYDVQQDDA9FeGFtcGxlIFJvb3QgQ0ExKDAm"
          + "BgNVBAoMH0V4YW1wbGUgY2VydGlmaWNhdGlvbiBhdXRob3JpdHkxCzAJBgNVBAYTAkNOMB4XDTIwMDEw"
          + "MTAwMDAwMFoXDTQ5MTIzMTIzNTk1OVowUTEYMBYGA1UEAwwPRXhhbXBsZSBSb290IENBMSgwJgYDVQQK"
          + "DB9FeGFtcGxlIGNlcnRpZmljYXRpb24gYXV0aG9yaXR5MQswCQYDVQQGEwJDTjBZMBMGByqGSM49AgEG"
          + "CCqGSM49AwEHA0IABFFcPW6545a5BNP+yn9U/c0MwemXvzddylFa0KbDtANfRTa+OlDzGPv5pUdZAqIh"
          + "UCvvDVfgjFOyzApW8X2fk1SjJjAkMBIGA1UdEwEB/wQIMAYBAf8CAQIwDgYDVR0PAQH/BAQDAgIEMAoG"
          + "CCqGSM49BAMCA0gAMEUCIHA81DL0ZAsShhv9tW1gf8BZK3St1rXjkyhUiRR+2MHOAiEA8uX9AHOisDDW"
          + "ObikZ5EUNxI6ElBRpVYdkeOfmvwjH4M=";

  static final String CERTIFICATE_PATTERN = AddKey.CERTIFICATES_PATTERN;

  /** The action. */
  public static final ActionType<PublishTrustAnchor> TYPE =
      ActionType.of(
          "publishTrustAnchor",
          "公布信任锚（电子认证机构根证书）",
          "Publishes a trust anchor, a certification authority's root certificate",
          new PublishTrustAnchor(
              EXAMPLE,
              Sha256.of("licence"),
              Name.of("示例电子认证机构", "Example certification authority")),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.BAD_CERTIFICATE,
          ErrorCode.WRONG_STATE);

  public PublishTrustAnchor {
    AddKey.checkBase64(certificate);
  }

  private Sha256 id() {
    return Sha256.of(Base64.getDecoder().decode(certificate));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(TrustAnchor.key(id()));
  }

  @Override
  public void apply(Act act) {
    Certificate anchor = CertificateChain.anchor(certificate, act.time());
    boolean trusted = act.find(TrustAnchor.key(id())).filter(TrustAnchor::isTrusted).isPresent();
    act.require(
        !trusted,
        ErrorCode.WRONG_STATE,
        zh("信任锚 %s 已公布").en("trust anchor %s is published", anchor.digest()));

    act.write(
        new TrustAnchor(
            certificate, document, anchor.digest(), name, act.time(), Optional.empty()));
    act.refer("trustAnchor", anchor.digest());
  }
}
