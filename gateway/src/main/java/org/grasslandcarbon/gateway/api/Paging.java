// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * Which page of a list.
 *
 * @param after the position that the page before ended with
 * @param limit the most items
 * @param chosen whether somebody asked for a page
 */
record Paging(OptionalLong after, int limit, boolean chosen) {
  /** What somebody looks at in one go. */
  static final int LIMIT_DEFAULT = 50;

  /** Keeps an answer below some hundred kilobytes. */
  static final int LIMIT_MOST = 200;

  /** How a cursor looks. */
  static final String CURSOR = "[A-Za-z0-9_-]{11}";

  private static final int CURSOR_BYTES = Long.BYTES;

  static Paging of(Optional<Integer> limit, Optional<String> cursor) {
    int items = limit.orElse(LIMIT_DEFAULT);
    if (items < 1 || items > LIMIT_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST, zh("limit 须在 1 至 %s 之间").en("limit is 1 to %s", LIMIT_MOST));
    }
    return new Paging(
        cursor.map(Paging::position).map(OptionalLong::of).orElse(OptionalLong.empty()),
        items,
        limit.isPresent() || cursor.isPresent());
  }

  /**
   * The cursor that names a position. Whoever reads its form can build one: a list whose items
   * after any position are not each for whoever asks has to look whether it gave that position.
   */
  static String cursor(long position) {
    byte[] bytes = ByteBuffer.allocate(CURSOR_BYTES).putLong(position).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static long position(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length == CURSOR_BYTES) {
        return ByteBuffer.wrap(bytes).getLong();
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below, as for a cursor of another length.
    }
    throw wrongCursor();
  }

  /** Of a cursor that no page gave as its next. */
  static RequestException wrongCursor() {
    return new RequestException(
        GatewayCode.BAD_REQUEST,
        zh("cursor 须为前一页给出的 next，不得改动")
            .en("cursor is what an earlier page gave as next, unchanged"));
  }
}
