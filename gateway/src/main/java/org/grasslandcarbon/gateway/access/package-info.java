// SPDX-License-Identifier: Apache-2.0
/**
 * Which addresses there are and which of them are open: said by views and on handlers, and checked
 * at start. It knows no request's content.
 */
package org.grasslandcarbon.gateway.access;
