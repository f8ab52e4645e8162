// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Reads what was sent, and never more than there may be, whatever the sender says its length is.
 */
final class Bodies {
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
