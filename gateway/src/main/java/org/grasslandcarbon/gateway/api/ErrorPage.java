// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for requests that failed before or outside the controllers. */
@RestController
@Open("says what went wrong")
final class ErrorPage implements ErrorController {
  @RequestMapping("${spring.web.error.path:/error}")
  ResponseEntity<Object> problem(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Somebody who opens the page itself finds nothing.
    return Problem.ofStatus(status instanceof Integer number ? number : 404).answer();
  }
}
