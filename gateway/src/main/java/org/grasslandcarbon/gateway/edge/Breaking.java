// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets a filter break off in the middle of a body or an answer, for which servlets have no word: an
 * answer that ends too early would be taken for whole, and of a body that is not wanted the server
 * would read on, with a thread that waits for it.
 */
final class Breaking extends ValveBase {
  private static final String ATTRIBUTE = Breaking.class.getName();

  Breaking() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    request.setAttribute(ATTRIBUTE, response.getCoyoteResponse());
    getNext().invoke(request, response);
    // Refused before anybody read it, as addresses are that cannot be decoded.
    if (!request.isAsync() && !request.isFinished()) {
      body(request);
    }
  }

  /** Closes the connection of a request at once, whatever was still to be sent. */
  static void answer(ServletRequest request) {
    act(request, ActionCode.CLOSE_NOW);
  }

  /** Closes the connection of a request after its answer, and reads no more of its body. */
  static void body(ServletRequest request) {
    act(request, ActionCode.DISABLE_SWALLOW_INPUT);
  }

  private static void act(ServletRequest request, ActionCode action) {
    if (request.getAttribute(ATTRIBUTE) instanceof org.apache.coyote.Response response) {
      response.action(action, null);
      // It has been answered as far as it can be: an error page after that would be cut off, and
      // the request would then never count as finished.
      response.setErrorReported();
    }
  }
}
