// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.instruction;

import static org.grasslandcarbon.domain.error.RegistryException.require;
import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * An instruction as it was signed: a JWS compact serialisation (RFC 7515) taken apart, its
 * signature not yet verified.
 *
 * @param kid which key signed it, as the header says
 * @param instruction the payload
 * @param signingInput the bytes that were signed: header, point, payload
 * @param signature 64 bytes
 */
public record SignedInstruction(
    KeyId kid, Payload instruction, byte[] signingInput, byte[] signature) {

  /** The most bytes of a payload: room for a design document's boundary, not for a document. */
  public static final int PAYLOAD_BYTES_MOST = 64 * 1024;

  /** The most bytes of a header; ours has some 120. */
  private static final int HEADER_BYTES_MOST = 512;

  /** The most characters of a whole JWS. */
  public static final int TEXT_MOST = (PAYLOAD_BYTES_MOST + HEADER_BYTES_MOST) * 4 / 3 + 100;

  /** The header's {@code typ}. */
  public static final String TYPE = "instruction+jws";

  /**
   * What an instruction says.
   *
   * @param action the action's name
   * @param args the action's arguments
   * @param id the client's id for it
   * @param notAfter RFC 3339: the latest transaction time at which it may be applied
   * @param participant who acts
   */
  public record Payload(
      @Most(40) String action,
      JsonNode args,
      InstructionId id,
      Instant notAfter,
      ParticipantId participant) {}

  private record Header(String alg, String kid, String typ) {}

  /**
   * Takes a JWS apart.
   *
   * @param jws the compact serialisation, ASCII
   * @throws RegistryException {@code MALFORMED} or {@code TOO_LARGE}
   */
  public static SignedInstruction parse(byte[] jws) {
    require(
        jws.length <= TEXT_MOST,
        ErrorCode.TOO_LARGE,
        zh("一条指令最多 64 KiB").en("an instruction has at most 64 KiB"));
    int first = indexOfPoint(jws, 0);
    int second = indexOfPoint(jws, first + 1);
    boolean threeParts = first > 0 && second > first && indexOfPoint(jws, second + 1) < 0;
    require(
        threeParts,
        ErrorCode.MALFORMED,
        zh("JWS 须由三部分组成，以点分隔").en("a JWS has three parts with points between"));
    byte[] header = decode(jws, 0, first, "header");
    byte[] payload = decode(jws, first + 1, second, "payload");
    byte[] signature = decode(jws, second + 1, jws.length, "signature");
    require(
        payload.length <= PAYLOAD_BYTES_MOST,
        ErrorCode.TOO_LARGE,
        zh("指令的载荷最多 64 KiB").en("an instruction's payload has at most 64 KiB"));
    KeyId kid = keyId(Codec.read(header, Header.class));
    Payload instruction = Codec.read(payload, Payload.class);
    require(
        instruction.args().isObject(),
        ErrorCode.MALFORMED,
        zh("args 须为对象").en("args must be an object"));
    return new SignedInstruction(kid, instruction, Arrays.copyOf(jws, second), signature);
  }

  private static KeyId keyId(Header header) {
    require(
        "ES256".equals(header.alg),
        ErrorCode.MALFORMED,
        zh("alg 须为 ES256").en("alg must be ES256"));
    require(
        TYPE.equals(header.typ), ErrorCode.MALFORMED, zh("typ 须为 %s").en("typ must be %s", TYPE));
    try {
      return new KeyId(header.kid);
    } catch (BadValueException e) {
      throw new RegistryException(ErrorCode.MALFORMED, e.detail());
    }
  }

  private static int indexOfPoint(byte[] jws, int from) {
    for (int i = from; i < jws.length; i++) {
      if (jws[i] == '.') {
        return i;
      }
    }
    return -1;
  }

  /** Base64url without padding; a text has exactly one accepted form. */
  private static byte[] decode(byte[] jws, int from, int to, String part) {
    byte[] text = Arrays.copyOfRange(jws, from, to);
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      boolean oneForm = Arrays.equals(text, Base64.getUrlEncoder().withoutPadding().encode(bytes));
      require(
          oneForm,
          ErrorCode.MALFORMED,
          zh("%s 不是规范的 base64url").en("%s is not canonical base64url", part));
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          ErrorCode.MALFORMED, zh("%s 不是 base64url").en("%s is not base64url", part));
    }
  }

  /** SHA-256 of what was signed: tells a repeated instruction from another under the same id. */
  public Sha256 digest() {
    return Sha256.of(signingInput);
  }
}
