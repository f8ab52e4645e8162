// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.gateway.projection.Position;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private final AsyncContext async = mock(AsyncContext.class);
  private final ServletOutputStream out = mock(ServletOutputStream.class);
  private final List<EventStream<String>> ended = new ArrayList<>();
  private final EventStream<String> stream =
      new EventStream<>(async, out, "everything", Optional.empty(), Position.endOf(0), ended::add);

  @Test
  void who_reads_too_slowly_is_let_go_and_nothing_is_kept_for_him() throws IOException {
    when(out.isReady()).thenReturn(false);
    byte[] some = new byte[1024];
    for (int kept = 0; kept < EventStream.WAITING_BYTES_MOST; kept += some.length) {
      stream.offer(some);
    }
    assertThat(stream.waitingBytes()).isEqualTo(EventStream.WAITING_BYTES_MOST);
    assertThat(ended).isEmpty();
    stream.offer(some);
    assertThat(ended).containsExactly(stream);
    assertThat(stream.waitingBytes()).isZero();
    stream.offer(some);
    assertThat(stream.waitingBytes()).as("to whom it may be offered once more").isZero();
    verify(out, never()).write(any(byte[].class));
    verify(async).complete();
  }

  @Test
  void what_waited_is_written_in_order_as_soon_as_it_can_be() throws IOException {
    when(out.isReady()).thenReturn(false);
    byte[] first = {1};
    byte[] second = {2};
    stream.offer(first);
    stream.offer(second);
    when(out.isReady()).thenReturn(true);
    stream.onWritePossible();
    var order = org.mockito.Mockito.inOrder(out);
    order.verify(out).write(first);
    order.verify(out).write(second);
    order.verify(out).flush();
    assertThat(stream.waitingBytes()).isZero();
  }

  @Test
  void it_ends_once_whoever_ends_it() {
    stream.end();
    stream.onError(new IOException("gone"));
    assertThat(ended).hasSize(1);
    verify(async, times(1)).complete();
  }
}
