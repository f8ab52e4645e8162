// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Reads what was sent, and never more than there may be, whatever the sender says its length is.
 */
final class Bodies {
  /** Some ends of lines; more is no accident. */
  private static final int SPACE_BEHIND_MOST = 16;

  private Bodies() {}

  /**
   * The bytes of a request.
   *
   * @param most the most bytes
   * @param otherwise what is said of more
   * @throws RegistryException {@code TOO_LARGE}
   */
  static byte[] read(HttpServletRequest request, int most, Detail otherwise) throws IOException {
    try (InputStream body = request.getInputStream()) {
      byte[] bytes = body.readNBytes(most + 1);
      RegistryException.require(bytes.length <= most, ErrorCode.TOO_LARGE, otherwise);
      return bytes;
    }
  }

  /**
   * The bytes of a request without white space behind them: most programs end a file that they
   * write with the end of a line, and a signed text that somebody stored is good all the same.
   *
   * @param most the most bytes of the text
   * @param otherwise what is said of more
   * @throws RegistryException {@code TOO_LARGE}
   */
  static byte[] readText(HttpServletRequest request, int most, Detail otherwise)
      throws IOException {
    byte[] bytes = read(request, most + SPACE_BEHIND_MOST, otherwise);
    int length = bytes.length;
    while (length > 0 && isSpace(bytes[length - 1])) {
      length--;
    }
    RegistryException.require(length <= most, ErrorCode.TOO_LARGE, otherwise);
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  /** Puts the bytes of a request into a file. */
  static void store(HttpServletRequest request, Path file, long most) throws IOException {
    byte[] chunk = new byte[64 * 1024];
    long stored = 0;
    try (InputStream body = request.getInputStream();
        var out = Files.newOutputStream(file)) {
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        stored += read;
        RegistryException.require(
            stored <= most,
            ErrorCode.TOO_LARGE,
            zh("文件最多 %s 字节").en("a file has at most %s bytes here", most));
        out.write(chunk, 0, read);
      }
    }
  }
}
