/** What Carelet says in FHIR, put before a server and a validator by somebody else. */
@org.jspecify.annotations.NullMarked
package io.github.carelet.fhirpeer;
