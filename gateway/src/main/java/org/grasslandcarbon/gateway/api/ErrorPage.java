// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.views.refusal.GatewayCode;
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
    int code = status instanceof Integer number ? number : 500;
    if (code == 404 || status == null) {
      return Problem.of(GatewayCode.NOT_FOUND, zh("没有此地址").en("no resource has this address"))
          .answer();
    }
    return code < 500
        ? Problem.of(GatewayCode.BAD_REQUEST, zh("无法读取该请求").en("the request cannot be read"))
            .answer()
        : Problem.of(ErrorCode.INTERNAL, zh("请查看网关日志").en("see the gateway's log")).answer();
  }
}
