// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.util.NetMaskSet;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Tomcat's protocol, with a limit on the open connections of one address. Beyond it a connection is
 * closed as soon as it is made: to answer it would cost what is to be saved.
 */
public final class CountedConnections extends Http11NioProtocol {
  private final Endpoint endpoint;

  /** Made by Tomcat by its name; without a limit until one is set. */
  public CountedConnections() {
    this(new Endpoint());
  }

  private CountedConnections(Endpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  /**
   * Sets the limit.
   *
   * @param most open connections of one address
   * @param exempt addresses without a limit: proxies, which stand for many
   */
  void limit(int most, NetMaskSet exempt) {
    endpoint.most = most;
    endpoint.exempt = exempt;
  }

  private static final class Endpoint extends NioEndpoint {
    /** How many connections are made between two sweeps over all addresses. */
    private static final int BETWEEN_SWEEPS = 1_000;

    private volatile int most = Integer.MAX_VALUE;
    private volatile NetMaskSet exempt = new NetMaskSet();

    // For the accepting thread only.
    private final Map<String, List<SocketChannel>> open = new HashMap<>();
    private int accepted;

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
      if (isWelcome(socket)) {
        return super.setSocketOptions(socket);
      }
      destroySocket(socket);
      return false;
    }

    private boolean isWelcome(SocketChannel socket) {
      if (++accepted % BETWEEN_SWEEPS == 0) {
        open.values().forEach(each -> each.removeIf(channel -> !channel.isOpen()));
        open.values().removeIf(List::isEmpty);
      }
      try {
        if (!(socket.getRemoteAddress() instanceof InetSocketAddress remote)
            || exempt.contains(remote.getAddress())) {
          return true;
        }
        List<SocketChannel> others =
            open.computeIfAbsent(
                Subscriber.of(remote.getAddress()).key(), any -> new ArrayList<>());
        others.removeIf(channel -> !channel.isOpen());
        if (others.size() >= most) {
          return false;
        }
        others.add(socket);
        return true;
      } catch (IOException e) {
        // It is gone already.
        return false;
      }
    }
  }
}
