// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * A participant's private key in a file: JSON with the private key as a JWK, by itself or inside a
 * JWE (RFC 7516) under a passphrase. The public part is always readable, so that a locked file can
 * be shown.
 *
 * <p>Files are made readable by their owner only, and files that others can read are refused.
 */
public final class KeyFile {
  /** Tells what the file is, to people and to later versions. */
  public static final String FORMAT = "grassland-key/1";

  /** Fewer characters are guessed in hours. */
  public static final int PASSPHRASE_LEAST = 10;

  /** PBKDF2 with HMAC-SHA-512: what OWASP advises since 2023; a quarter of a second. */
  private static final int ITERATIONS = 210_000;

  private static final int SALT_BYTES = 16;

  private final Contents contents;

  /**
   * The file's members. One of {@code privateKey} and {@code encryptedPrivateKey} is there.
   *
   * @param encryptedPrivateKey a JWE (PBES2-HS512+A256KW, A256GCM) of the private JWK
   * @param example whether the key is for trying things out and known to others
   * @param format {@link KeyFile#FORMAT}
   * @param kid the key's thumbprint
   * @param label what its owner calls it
   * @param participant whose key it is
   * @param privateKey the private JWK, when the file is not encrypted
   * @param publicKey the public JWK
   */
  private record Contents(
      Optional<String> encryptedPrivateKey,
      Optional<Boolean> example,
      String format,
      KeyId kid,
      String label,
      ParticipantId participant,
      Optional<PrivateJwk> privateKey,
      Jwk publicKey) {}

  private record PrivateJwk(String crv, String d, String kty, String x, String y) {
    static PrivateJwk of(SigningKey key) {
      return new PrivateJwk("P-256", key.secret(), "EC", key.jwk().x(), key.jwk().y());
    }

    SigningKey key() {
      try {
        return SigningKey.of(d);
      } catch (IllegalArgumentException e) {
        throw new LocalFileException(
            "密钥文件中的私钥不完整；请改用备份。", "The private key in the file is damaged: use a backup.", e);
      }
    }

    /** Keeps the key out of logs and messages. */
    @Override
    public String toString() {
      return "private key";
    }
  }

  private KeyFile(Contents contents) {
    this.contents = contents;
  }

  /** A key in the clear; {@code example} marks one that is known to others and for trials only. */
  public static KeyFile plain(
      ParticipantId participant, String label, SigningKey key, boolean example) {
    return new KeyFile(
        new Contents(
            Optional.empty(),
            example ? Optional.of(true) : Optional.empty(),
            FORMAT,
            key.kid(),
            label,
            participant,
            Optional.of(PrivateJwk.of(key)),
            key.jwk()));
  }

  /**
   * A key under a passphrase.
   *
   * @throws LocalFileException when the passphrase is too short
   */
  public static KeyFile encrypted(
      ParticipantId participant, String label, SigningKey key, char[] passphrase) {
    if (passphrase.length < PASSPHRASE_LEAST) {
      throw new LocalFileException(
          "口令至少 " + PASSPHRASE_LEAST + " 个字符。",
          "A passphrase has at least " + PASSPHRASE_LEAST + " characters.");
    }
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM)
            .contentType("jwk+json")
            .build();
    JWEObject jwe = new JWEObject(header, new Payload(Codec.write(PrivateJwk.of(key))));
    byte[] password = utf8(passphrase);
    try {
      jwe.encrypt(new PasswordBasedEncrypter(password, SALT_BYTES, ITERATIONS));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform encrypts by AES-256", e);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
    return new KeyFile(
        new Contents(
            Optional.of(jwe.serialize()),
            Optional.empty(),
            FORMAT,
            key.kid(),
            label,
            participant,
            Optional.empty(),
            key.jwk()));
  }

  /**
   * Reads a key file.
   *
   * @throws LocalFileException when it is missing, readable by others, or not a key file
   */
  public static KeyFile read(Path file) {
    byte[] json = PrivateFile.read(file);
    try {
      Contents contents = Codec.read(json, Contents.class);
      boolean known = FORMAT.equals(contents.format);
      boolean oneKey = contents.privateKey.isPresent() != contents.encryptedPrivateKey.isPresent();
      boolean named = contents.kid.value().equals(contents.publicKey.thumbprint());
      if (known && oneKey && named) {
        return new KeyFile(contents);
      }
      throw damaged(file, null);
    } catch (RegistryException e) {
      throw damaged(file, e);
    }
  }

  private static LocalFileException damaged(Path file, Exception cause) {
    return new LocalFileException(
        file + " 不是完整的密钥文件（" + FORMAT + "）；请改用备份。",
        file + " is not a whole key file (" + FORMAT + "): use a backup of it.",
        cause);
  }

  /**
   * Writes a new file that only its owner can read. Never replaces a file: a key lost is lost.
   *
   * @throws LocalFileException when the file exists or cannot be written
   */
  public void write(Path file) {
    PrivateFile.create(file, Codec.write(contents));
  }

  public ParticipantId participant() {
    return contents.participant;
  }

  public String label() {
    return contents.label;
  }

  public KeyId kid() {
    return contents.kid;
  }

  public Jwk publicKey() {
    return contents.publicKey;
  }

  /** Whether the key is for trying things out and known to others. */
  public boolean isExample() {
    return contents.example.orElse(false);
  }

  public boolean isEncrypted() {
    return contents.encryptedPrivateKey.isPresent();
  }

  /**
   * The key of a file that is not encrypted.
   *
   * @throws LocalFileException when it is
   */
  public SigningKey unlock() {
    return contents
        .privateKey
        .map(jwk -> checked(jwk.key()))
        .orElseThrow(
            () ->
                new LocalFileException(
                    "密钥文件已加密，需要口令。", "The key file is encrypted and needs its passphrase."));
  }

  /**
   * The key of the file; the passphrase is not asked for when the file is not encrypted.
   *
   * @throws LocalFileException when the passphrase is wrong
   */
  public SigningKey unlock(char[] passphrase) {
    if (!isEncrypted()) {
      return unlock();
    }
    byte[] password = utf8(passphrase);
    try {
      JWEObject jwe = JWEObject.parse(contents.encryptedPrivateKey.orElseThrow());
      jwe.decrypt(new PasswordBasedDecrypter(password));
      return checked(Codec.read(jwe.getPayload().toBytes(), PrivateJwk.class).key());
    } catch (JOSEException | ParseException | RegistryException e) {
      throw new LocalFileException(
          "口令不正确，或密钥文件已损坏。", "The passphrase is wrong, or the key file is damaged.", e);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }

  /** Signs for the file's participant. */
  public InstructionSigner signer(SigningKey key, Clock clock) {
    return new InstructionSigner(participant(), checked(key), clock);
  }

  private SigningKey checked(SigningKey key) {
    if (!key.jwk().equals(contents.publicKey)) {
      throw new LocalFileException(
          "密钥文件中的公钥与私钥不符。", "The key file's public key is not that of its private key.");
    }
    return key;
  }

  private static byte[] utf8(char[] passphrase) {
    var bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }

  @Override
  public String toString() {
    return "KeyFile " + contents.label + " " + contents.kid;
  }
}
