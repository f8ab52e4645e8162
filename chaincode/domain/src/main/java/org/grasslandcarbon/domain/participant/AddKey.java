// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.pki.Certificate;
import org.grasslandcarbon.domain.pki.CertificateChain;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Registers a further key for a participant (LEDGER section 1): given by the participant with an
 * active key, or, when it has lost all, by whoever recovers it ({@link Participant#isRecoveredBy}).
 *
 * <p>A certificate vouches for the key at registration. From then on the key stands for itself: it
 * ends by {@code revokeKey} on the ledger, not when the certificate does.
 *
 * @param certificates the participant's certificate first, a published trust anchor's last, each
 *     DER in base64
 * @param jwk the bare key; exactly one of both is given
 * @param participant whose key
 */
public record AddKey(
    @Means(
            en = "Instead of jwk: certificate chain, own first, trust anchor last; DER in base64",
            zh = "代替 jwk：证书链，本主体证书在前，信任锚在后（DER，base64）")
        @Least(2)
        @Most(value = CertificateChain.CERTIFICATES_MOST, each = Certificate.BASE64_MOST)
        Optional<List<String>> certificates,
    @Means(en = "The public key as JWK (P-256)", zh = "公钥（JWK，P-256）") Optional<Jwk> jwk,
    @Means(en = "Whose key", zh = "密钥所属主体") ParticipantId participant)
    implements Action {

  /** The one form of bytes in base64 with padding (RFC 4648 section 4). */
  static final String CERTIFICATES_PATTERN =
      "(?:[A-Za-z0-9+/]{4})*" + "(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?";

  /** The action. */
  public static final ActionType<AddKey> TYPE =
      ActionType.of(
          "addKey",
          "登记新的公钥（本主体，或由主管部门代为恢复）",
          "Registers a further public key, or recovers a participant without one",
          new AddKey(
              Optional.empty(),
              Optional.of(
                  new Jwk(
                      "P-256",
                      "EC",
                      "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                      "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")),
              new ParticipantId("91110000600037341L")),
          ActionType.anyRole(),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PARTICIPANT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.UNKNOWN_TRUST_ANCHOR,
          ErrorCode.BAD_CERTIFICATE,
          ErrorCode.KEY_ALREADY_REGISTERED,
          ErrorCode.TOO_MANY_KEYS);

  public AddKey {
    certificates = certificates.map(List::copyOf);
    Check.that(
        jwk.isPresent() != certificates.isPresent(),
        zh("jwk 和 certificates 须填且只填一项").en("give either jwk or certificates"));
    jwk.ifPresent(EcdsaP256::publicKey);
    certificates.ifPresent(
        chain -> {
          Check.that(
              chain.size() >= 2,
              zh("证书链须含主体证书和信任锚证书").en("a chain has a participant's certificate and an anchor's"));
          chain.forEach(AddKey::checkBase64);
        });
  }

  /** Base64 with padding (RFC 4648 section 4); a certificate has exactly one accepted form. */
  static void checkBase64(String text) {
    boolean oneForm;
    try {
      oneForm = Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)).equals(text);
    } catch (IllegalArgumentException notBase64) {
      oneForm = false;
    }
    Check.that(oneForm, zh("证书须为 base64 编码的 DER").en("a certificate is DER in base64"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(Participant.key(participant));
    jwk.ifPresent(key -> named.add(RegisteredKey.key(new KeyId(key.thumbprint()))));
    certificates.ifPresent(
        chain -> {
          named.add(TrustAnchor.key(anchorOf(chain)));
          certifiedKey(chain.get(0)).ifPresent(named::add);
        });
    return named;
  }

  private static Sha256 anchorOf(List<String> chain) {
    return Sha256.of(Base64.getDecoder().decode(chain.get(chain.size() - 1)));
  }

  private static Optional<Key<?>> certifiedKey(String certificate) {
    try {
      KeyId kid = new KeyId(Certificate.parse(certificate).jwk().thumbprint());
      return Optional.of(RegisteredKey.key(kid));
    } catch (RegistryException unreadable) {
      return Optional.empty(); // apply refuses it before it asks for the key
    }
  }

  @Override
  public void apply(Act act) {
    Participant owner = act.must(Participant.key(participant), ErrorCode.UNKNOWN_PARTICIPANT);
    act.require(
        act.actor().id().equals(participant) || owner.isRecoveredBy(act.actor()),
        ErrorCode.NOT_ALLOWED,
        zh("%s 的密钥由其他主体管理").en("keys of %s are another's affair", participant));
    Optional<Certificate> certificate = certificates.map(chain -> certified(act, chain));
    Jwk key = jwk.orElseGet(() -> certificate.orElseThrow().jwk());
    KeyId kid = new KeyId(key.thumbprint());
    act.require(
        act.find(RegisteredKey.key(kid)).isEmpty(),
        ErrorCode.KEY_ALREADY_REGISTERED,
        zh("密钥 %s").en("key %s", kid));
    act.require(
        owner.keys().size() < Participant.KEYS_MOST,
        ErrorCode.TOO_MANY_KEYS,
        zh("%s 已有 %s 个有效密钥").en("%s has %s active keys", participant, owner.keys().size()));

    act.write(
        new RegisteredKey(
            act.time(),
            act.actor().id(),
            certificate.map(Certificate::digest),
            key,
            kid,
            participant,
            Optional.empty()));
    act.write(owner.withKey(kid));
    act.refer("key", kid);
  }

  private Certificate certified(Act act, List<String> chain) {
    Sha256 anchor = anchorOf(chain);
    act.require(
        act.find(TrustAnchor.key(anchor)).filter(TrustAnchor::isTrusted).isPresent(),
        ErrorCode.UNKNOWN_TRUST_ANCHOR,
        zh("最后一张证书为 %s").en("the last certificate, %s", anchor));
    Certificate own = CertificateChain.verify(chain, act.time());
    act.require(
        own.names(participant.value()),
        ErrorCode.BAD_CERTIFICATE,
        zh("证书主题未载明 %s").en("the certificate's subject does not name %s", participant));
    own.jwk();
    return own;
  }
}
