// SPDX-License-Identifier: Apache-2.0
/**
 * The REST API, version 1: thin controllers by noun, problem documents, the OpenAPI description.
 * Reads come from the projection; instructions go to the inbox. No rule of the registry is here.
 */
package org.grasslandcarbon.gateway.api;
