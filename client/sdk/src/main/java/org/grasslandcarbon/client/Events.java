// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Codec;
import tools.jackson.databind.JsonNode;

/** What happens on the ledger, live, from the first gateway that the client has. */
public final class Events {
  private static final String ADDRESS = "/events";

  private final Gateways gateways;
  private final Reading reading;

  /**
   * @param reading asks with a token where there is a key
   */
  Events(Gateways gateways, Reading reading) {
    this.gateways = gateways;
    this.reading = reading;
  }

  /**
   * An event.
   *
   * @param id its position, with which one comes again
   * @param name {@code act}, {@code ready} or {@code missed}
   * @param data what is told
   */
  public record Event(String id, String name, JsonNode data) {}

  /**
   * Listens until the stream ends, which it does at least once an hour, or nobody wants more.
   *
   * @param filters parameters by name
   * @param after the id that was heard last; absent to begin now
   * @param wantsMore told each event; whether it wants another one
   * @throws RegistryProblem when the gateway does not take it
   * @throws GatewayUnreachable when it cannot be reached
   */
  public void listen(
      Map<String, String> filters, Optional<String> after, Predicate<Event> wantsMore) {
    URI gateway = gateways.addresses().get(0);
    try {
      Map<String, String> headers = reading.headers(gateway, "text/event-stream");
      after.ifPresent(id -> headers.put("Last-Event-ID", id));
      try (Stream<String> lines =
          gateways.lines(gateway, ADDRESS + Reading.query(filters), headers)) {
        hear(lines.iterator(), wantsMore);
      }
    } catch (UncheckedIOException brokenOff) {
      // An end like any other: whoever listens comes again.
      return;
    } catch (IOException e) {
      throw new GatewayUnreachable(List.of(gateway), e);
    }
  }

  private static void hear(Iterator<String> lines, Predicate<Event> wantsMore) {
    String id = "";
    String name = "";
    boolean more = true;
    while (more && lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        byte[] data = line.substring(6).getBytes(StandardCharsets.UTF_8);
        more = wantsMore.test(new Event(id, name, Codec.readTree(data)));
      }
    }
  }
}
